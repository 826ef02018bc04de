import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { namedPages, plainPages, rulePages } from './addresses.ts'
import { render } from './render.tsx'
import { aResult, importRecord, publicContext, writeSnapshot } from './stage.ts'

const test = await testDb()
const ctx = publicContext(test)
const given = createGiven(test)
const told = { nominationId: randomUUID(), title: 'Guichet <script>alert(1)</script>', body: 'Agence & Cie' }
let slug = ''

beforeAll(async () => {
  await test.setNow(instant(GIVEN_OPENING + 86_400_000))
  await importRecord(ctx)
  const released = await given.campaign({ phase: 'published', slug: 'edition-2025', year: 2025 })
  slug = released.slug
  await writeSnapshot(
    given,
    { ...aResult(released, told, true), campaign: { ...aResult(released, told).campaign, year: 2025 } },
    new Date(Date.UTC(2026, 1, 1)),
  )
  await given.campaign({ phase: 'nominations', slug: 'edition-2026' })
})

/** The one script of a public page: the verifier, where there is a bundle to check. */
const OWN_SCRIPT = '<script type="module" src="/open-data/imtiyaz-verify-here.js"></script>'

describe.each(['ar', 'fr', 'en', 'zgh'])('the public pages in %s', (locale) => {
  const pages = () => [
    ...plainPages(locale),
    ...namedPages(locale, slug, told.nominationId),
    ...rulePages(locale, 'edition-2026'),
  ]

  it('are written whole, without script, style attribute, or a word missing from the catalogue', async () => {
    for (const page of pages()) {
      const html = (await render(ctx, page)).replace(page.path.endsWith('/recompute') ? OWN_SCRIPT : '', '')
      expect(html, page.path).toContain('<h1')
      expect(html, page.path).not.toMatch(/<script|\sstyle="|javascript:|\son[a-z]+="/i)
      expect(html, page.path).not.toMatch(/>(public|common|nomination)\.[a-zA-Z]+\.[a-zA-Z.]+</)
      expect(html, page.path).not.toMatch(/\{\{|undefined|\[object/)
      expect(Buffer.byteLength(html), page.path).toBeLessThan(90_000)
    }
  })

  it('say that their words await a native reader where they do, and lead to the same page in French', async () => {
    for (const page of pages()) {
      const [mark] = (await render(ctx, page)).match(/<p[^>]*data-unreviewed[^]*?<\/p>/) ?? []
      if (locale === 'zgh')
        expect(mark, page.path).toContain(
          `href="${page.path.replace(/^\/zgh(?=\/|$)/, '/fr').replaceAll('&', '&amp;')}" lang="fr"`,
        )
      else expect(mark, page.path).toBeUndefined()
    }
  })

  it('ask nothing of another site, and name the other languages', async () => {
    for (const page of pages()) {
      const html = await render(ctx, page)
      const loaded = [
        ...html.matchAll(/<(?:img|link|iframe|source|video|audio)\b[^>]*(?:src|href)="([^"]+)"/g),
      ].map(([, url]) => url)
      expect(
        loaded.filter((url) => /^https?:/.test(url ?? '')),
        page.path,
      ).toEqual([])
      for (const other of ['ar', 'fr', 'en', 'zgh']) expect(html).toContain(`hrefLang="${other}"`)
    }
  })
})

describe('what the pages say', () => {
  const page = (locale: string, path: string) =>
    plainPages(locale).find((one) => one.path === `/${locale}${path}`)!

  it('tells on the home page that nominations are open, until when, and in which time', async () => {
    const html = await render(ctx, page('fr', ''))
    expect(html).toContain('candidatures ouvertes')
    expect(html).toMatch(/heure légale du Maroc/)
    expect(html).toContain('/fr/applicant/start?campaign=edition-2026')
  })

  it('names the mailbox of the secretariat where one is set, and no address where none is', async () => {
    const secretariat = 'secretariat@prix.example.ma'
    const html = await render({ ...ctx, secretariat }, page('ar', '/contact'))
    expect(html).toContain(`href="mailto:${secretariat}"`)
    const whole = html.replace(/<\/?(span|wbr)\/?>/g, '')
    expect(whole).toContain(`<bdi dir="ltr" class="code address">${secretariat}</bdi>`)
    expect(await render(ctx, page('ar', '/contact'))).not.toContain('mailto:')
  })

  it('says where no mailbox is set that there is none yet, and shows a demonstration an example that is no link', async () => {
    const none = 'Le secrétariat n’a pas encore indiqué d’adresse'
    const example = 'secretariat@imtiyaz.example'
    const textOf = async (demonstration: boolean) => {
      const html = await render({ ...ctx, demonstration }, page('fr', '/contact'))
      expect(html).not.toContain('mailto:')
      return html.replace(/<\/?(span|wbr|bdi)[^>]*>/g, '')
    }
    const plain = await textOf(false)
    expect([plain.includes(none), plain.includes(example)]).toEqual([true, false])
    const shown = await textOf(true)
    expect(shown).toContain(none)
    expect(shown).toMatch(new RegExp(`pour la démonstration seulement[^<]*${example}`))
    const named = await render({ ...ctx, secretariat: 'a@prix.example.ma' }, page('fr', '/contact'))
    expect(named).not.toContain(none)
  })

  it('lists the holidays of the edition and none before its opening', async () => {
    const html = await render(
      ctx,
      rulePages('fr', 'edition-2026').find((one) => one.path.includes('/calendar'))!,
    )
    const days = [...html.matchAll(/<time dateTime="(\d{4}-\d\d-\d\d)"/g)].map(([, day = '']) => day)
    const [opening = ''] = [...html.matchAll(/<time dateTime="(\d{4}-\d\d-\d\dT[^"]+)"/g)].map(
      ([, at = '']) => at,
    )
    expect(days.length).toBeGreaterThan(0)
    expect(days.filter((day) => day < opening.slice(0, 10))).toEqual([])
  })

  it('writes a title of a laureate as text, never as markup', async () => {
    const html = await render(ctx, namedPages('fr', slug, told.nominationId)[2]!)
    expect(html).toContain('Guichet &lt;script&gt;')
    expect(html).toContain('84,3')
  })

  it('says that scores are synthetic wherever the edition is shown', async () => {
    for (const one of [
      ...namedPages('fr', slug, told.nominationId),
      page('fr', '/open-data'),
      page('fr', ''),
    ])
      expect(await render(ctx, one), one.path).toContain('synthétiques')
  })

  it('marks a French name as French where Arabic is not known', async () => {
    const html = await render(ctx, page('ar', '/laureates?year=2019&prize=excellence'))
    expect(html).toMatch(/<bdi lang="fr" dir="ltr">MAP News Display<\/bdi>/)
  })

  it('shows the years without record as gaps, and one mark per prize', async () => {
    const html = await render(ctx, page('fr', '/laureates'))
    for (const year of [2009, 2011, 2013, 2020])
      expect(html).toMatch(new RegExp(`class="gap"[^>]*><span>${year}</span>`))
    const sky = html.slice(html.indexOf('class="sky"'), html.indexOf('class="key"'))
    expect(sky.match(/<use /g)).toHaveLength(72 + 9 + 2)
  })

  it('reads each article with the rules it carries and the hash of its version', async () => {
    const html = await render(ctx, rulePages('fr', 'edition-2026')[0]!)
    expect(html).toContain('id="article-1"')
    expect(html).toMatch(/Fiches par dossier, au moins<\/dt>/)
    expect(html).toMatch(/[0-9a-f]{64}/)
  })
})
