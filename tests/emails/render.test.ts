import { describe, expect, it } from 'vitest'
import { LOCALES } from '#app/domain/kernel/localized.ts'
import { EMAIL_NOTICES } from '#app/domain/notice/notice.ts'
import { catalogue, hasLetter } from '#emails/catalogue.ts'
import { awardNames, composeMessage, previewOf } from '#emails/message.ts'
import { letterLocales, renderNotice } from '#emails/render.tsx'
import { sampleEnvelope, sampleFacts } from '#emails/samples.ts'

const locales = LOCALES
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
    expect(html).toContain(`<html dir="${locale === 'ar' ? 'rtl' : 'ltr'}" lang="${locale}">`)
  })

  it('stays under 20 kB, fetches nothing, carries its mark, and leads to our address alone', async () => {
    const { html } = await made()
    expect(Buffer.byteLength(html)).toBeLessThan(20_000)
    expect(html).not.toMatch(/<link|<script|url\(|background=/i)
    const pictures = [...html.matchAll(/<img src="([^"]*)" alt="([^"]+)"/g)]
    expect(pictures.map((hit) => hit[1])).toEqual(['cid:mark@imtiyaz'])
    const addresses = [...html.matchAll(/https?:\/\/[^"'\s<]+/g)]
      .map((hit) => hit[0])
      .filter((one) => !one.includes('w3.org'))
    expect(new Set(addresses)).toEqual(new Set(catalogue[name].action ? [sampleEnvelope.url] : []))
  })

  it('follows a dark theme', async () => {
    const { html } = await made()
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>')
    expect(html).toContain('@media(prefers-color-scheme:dark){')
  })

  it('says each part in its own language, with one button each and no raw directional mark', async () => {
    const { html, subject, text } = await made()
    const parts = letterLocales(name, locale)
    expect(parts[0]).toBe(locale)
    for (const part of parts) {
      const [dir, side] = part === 'ar' ? ['rtl', 'right'] : ['ltr', 'left']
      // The name of the award stands in Arabic at the head of every letter: the part itself is what is looked at.
      expect(html).toContain(`dir="${dir}" lang="${part}" class="c i ${part}"`)
      expect(html.split(`dir="${dir}" lang="${part}" class="c i ${part}"`)[1]).toMatch(
        new RegExp(`^ style="[^"]*text-align:${side}`),
      )
      const { action } = composeMessage(name, part, sampleFacts(name), sampleEnvelope)
      if (action !== null) expect(html).toContain(`>${action.label}</a>`)
      expect(action === null).toBe(!catalogue[name].action)
    }
    expect(html.split('<a href=').length - 1).toBe(catalogue[name].action ? parts.length : 0)
    expect(subject + html + text).not.toMatch(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000\uE001]/u)
  })

  it('says the same in the text part', async () => {
    const { subject, html, text } = await made()
    if (catalogue[name].action) expect(text).toContain(sampleEnvelope.url)
    const read = (markup: string): string =>
      markup
        .replace(/<style>.*?<\/style>|<!--.*?-->|<[^>]+>/gs, '')
        .replaceAll('&#x27;', "'")
        .replaceAll('&amp;', '&')
    const shown = read(html)
    for (const part of letterLocales(name, locale)) {
      const { title, rows, action, next, closing } = composeMessage(
        name,
        part,
        sampleFacts(name),
        sampleEnvelope,
      )
      const said = [title, closing, action?.label ?? '', next?.heading ?? '']
      for (const fact of [...said, ...rows.flatMap(({ label, value }) => [label, value])]) {
        expect(text).toContain(fact)
        expect(shown).toContain(fact)
      }
    }
    for (const award of awardNames(locale)) expect(text).toContain(award.name)
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

  it('takes the fact in the language of each part', async () => {
    const facts = {
      ...sampleFacts('sheet-reopened'),
      reasonFr: 'motif en français',
      reasonAr: 'سبب بالعربية',
    }
    expect((await renderNotice('sheet-reopened', 'ar', facts)).text).toContain('سبب بالعربية')
    expect((await renderNotice('sheet-reopened', 'fr', facts)).text).toContain('motif en français')
    const named = await renderNotice('nomination-received', 'fr', (locale) => ({ title: `title-${locale}` }))
    expect(named.text).toMatch(/title-fr[^]*title-ar/)
  })

  it('keeps a value apart from the sentence around it', async () => {
    const { html } = await renderNotice('nomination-withdrawn', 'ar', sampleFacts('nomination-withdrawn'))
    expect(html).toContain('<bdi><span style="white-space:nowrap">EMT-2026-0117</span></bdi>')
  })

  it('breaks no code, no quoted name and no hour from its offset at the end of a line', async () => {
    for (const name of letters)
      for (const locale of locales) {
        const { html } = await renderNotice(name, locale, sampleFacts(name), sampleEnvelope)
        const body = html.slice(html.indexOf('<table')) // the line beside the subject has no lines of its own
        const whole = body.replace(
          /<span style="white-space:nowrap">[^<]*<\/span>|<bdi dir="ltr"[^>]*>[^<]*<\/bdi>/g,
          '',
        )
        expect(whole, name).not.toMatch(/>[^<]*\b(?:[A-Z]{2,}-\d+|e-mtiaz)[^<]*</)
        expect(whole, name).not.toMatch(/ \(GMT/)
      }
  })

  it('shows beside the subject what fits of its first sentence, to a whole word', () => {
    expect(previewOf('Fiche scellée.')).toBe('Fiche scellée.')
    const cut = previewOf('Le complément attendu '.repeat(9))
    expect(cut).toMatch(/ (Le|complément|attendu)…$/)
    expect(Array.from(cut).length).toBeLessThanOrEqual(111)
  })

  it('is said in French below when a legal notice in Amazigh still waits for its reader', async () => {
    const legal = await renderNotice('admissible', 'zgh', sampleFacts('admissible'), sampleEnvelope)
    expect(legal.html).toContain('<html dir="ltr" lang="zgh">')
    expect(legal.text).toMatch(/[ⴰ-ⵥ]{3}[^]*ⵓⵙⵙⴼⵇⵇ[^]*Candidature recevable/u)
    const optional = await renderNotice('sheet-due', 'zgh', sampleFacts('sheet-due'), sampleEnvelope)
    expect(optional.text).not.toContain('Échéance')
    expect(letterLocales('admissible', 'fr')).toEqual(['fr'])
  })

  it('proves receipt in both languages of the record, the reader’s first, with the full digest and the offset', async () => {
    const facts = sampleFacts('nomination-received')
    const titles = {
      fr: 'Candidature reçue\n',
      ar: 'توصلنا بترشيحكم\n',
      zgh: 'ⵉⵍⴽⵎ ⵓⵙⵙⵜⵢ',
      en: 'Nomination received',
    }
    for (const [locale, order] of [
      ['fr', ['fr', 'ar']],
      ['ar', ['ar', 'fr']],
      ['zgh', ['zgh', 'ar', 'fr']],
      ['en', ['en', 'ar', 'fr']],
    ] as const) {
      const { text } = await renderNotice('nomination-received', locale, facts, sampleEnvelope)
      const places = order.map((part) => text.indexOf(titles[part]))
      expect(places[0]).toBe(0)
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(text.split('9c1e47b0 '.repeat(8).trim())).toHaveLength(order.length + 1)
      expect(text.match(/\(GMT\+\d\)/g)).toHaveLength(2 * order.length) // the arrival, and the closing
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
