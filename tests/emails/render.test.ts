import { describe, expect, it } from 'vitest'
import { EMAIL_NOTICES } from '#app/domain/notice/notice.ts'
import { catalogue, hasLetter } from '#emails/catalogue.ts'
import { renderNotice } from '#emails/render.tsx'
import { sampleEnvelope, sampleFacts } from '#emails/samples.ts'

const locales = ['ar', 'fr', 'en'] as const
const letters = EMAIL_NOTICES.filter(hasLetter)
const each = letters.flatMap((name) => locales.map((locale) => [name, locale] as const))

it('has a line for every notice that goes by e-mail, and no other', () => {
  expect(Object.keys(catalogue).sort()).toEqual([...EMAIL_NOTICES].sort())
})

describe.each(each)('%s in %s', (name, locale) => {
  const made = () => renderNotice(name, locale, sampleFacts(name), sampleEnvelope)

  it('renders whole: no key, no placeholder, no markup left in the words', async () => {
    const { subject, html, text } = await made()
    for (const part of [subject, html, text])
      expect(part).not.toMatch(/\{\{|emails\.|notices\.|undefined|\[object/)
    expect(subject).toMatch(/^[^\p{Cc}]{5,180}$/u)
    expect(html).toContain(`lang="${locale}"`)
    expect(html).toContain(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`)
  })

  it('stays under 20 KB and fetches nothing', async () => {
    const { html } = await made()
    expect(Buffer.byteLength(html)).toBeLessThan(20 * 1024)
    expect(html).not.toMatch(/<img|<link|<script|url\(|src=/i)
    const addresses = [...html.matchAll(/https?:\/\/[^"'\s<]+/g)]
      .map((hit) => hit[0])
      .filter((one) => !one.includes('w3.org'))
    expect(new Set(addresses)).toEqual(new Set(catalogue[name].action ? [sampleEnvelope.url] : []))
  })

  it('says the same in the text part', async () => {
    const { subject, text } = await made()
    if (catalogue[name].action) expect(text).toContain(sampleEnvelope.url)
    expect({ subject, text }).toMatchSnapshot()
  })
})

describe('a notice', () => {
  const hostile = 'Sabil\r\nBcc: all@example.ma\u2028<script>alert(1)</script>\u202Efdp'

  it('keeps its subject on one line whatever the facts hold', async () => {
    for (const name of letters) {
      const facts = Object.fromEntries(Object.keys(sampleFacts(name)).map((key) => [key, hostile]))
      const { subject, html } = await renderNotice(name, 'fr', facts, {
        url: 'https://x.ma/a',
        recipient: hostile,
      })
      expect(subject, name).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E]/u)
      expect(html, name).not.toContain('<script>')
    }
  })

  it('leads nowhere but to an http address', async () => {
    for (const url of ['javascript:alert(1)', 'https://x.ma/"><b>', 'data:text/html,x', '']) {
      const { html, text } = await renderNotice('published', 'fr', sampleFacts('published'), {
        url,
        recipient: null,
      })
      expect(html).not.toContain('href=')
      expect(text).not.toContain('javascript')
    }
  })

  it('never shows a fact that its line does not name: a stray score stays out', async () => {
    for (const name of letters) {
      const facts = {
        ...sampleFacts(name),
        score: '83.617',
        points: 83.617,
        rank: 'first-of-all',
        laureate: 'Nom sous embargo',
        token: 'secret-token',
      }
      for (const locale of locales) {
        const { subject, html, text } = await renderNotice(name, locale, facts, sampleEnvelope)
        expect(subject + html + text, name).not.toMatch(
          /83[.,]617|first-of-all|embargo-name|Nom sous|secret-token/,
        )
      }
    }
  })

  it('takes the fact in the language of the reader, and gives French to a reader of Amazigh', async () => {
    const facts = {
      ...sampleFacts('sheet-reopened'),
      reasonFr: 'motif en français',
      reasonAr: 'سبب بالعربية',
    }
    expect((await renderNotice('sheet-reopened', 'ar', facts)).text).toContain('سبب بالعربية')
    const amazigh = await renderNotice('sheet-reopened', 'zgh', facts)
    expect(amazigh.text).toContain('motif en français')
    expect(amazigh.html).toContain('<html dir="ltr" lang="fr">')
  })

  it('proves receipt in both official languages, the reader’s first, with the full digest and the offset', async () => {
    const facts = sampleFacts('nomination-received')
    for (const [locale, first, second] of [
      ['fr', 'Candidature reçue', 'توصلنا'],
      ['ar', 'توصلنا', 'Candidature reçue'],
    ] as const) {
      const { text } = await renderNotice('nomination-received', locale, facts, sampleEnvelope)
      expect(text.indexOf(first)).toBeGreaterThanOrEqual(0)
      expect(text.indexOf(first)).toBeLessThan(text.indexOf(second))
      expect(text).toContain('9c1e47b0 '.repeat(8).trim())
      expect(text).toMatch(/\(GMT\+\d\)/)
    }
  })

  it('counts in the forms of the language', async () => {
    const say = async (count: number) =>
      (await renderNotice('assignment-ready', 'ar', { campaign: '2026', count })).text
    expect(await say(2)).toContain('ملفان')
    expect(await say(5)).toContain('5 ملفات')
    expect(await say(12)).toContain('12 ملفاً')
  })
})
