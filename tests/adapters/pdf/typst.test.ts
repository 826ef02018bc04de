import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '#app/adapters/pdf/canonical.ts'
import { embeddedFonts, foreignFonts } from '#app/adapters/pdf/fonts.server.ts'
import { printableText } from '#app/adapters/pdf/printable.ts'
import { SAMPLE_KINDS, SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { ownText } from '#app/adapters/pdf/text-map.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { DOCUMENT_KINDS } from '#app/domain/document/document.ts'
import type { MadeKind } from '#app/domain/document/kinds.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import type { Pressed } from '#app/services/ports.ts'
import { latin, type ReadPdf, readPdf, runsIn, wordsIn } from './read-pdf.ts'

const press = createTypstPress()
const another = createTypstPress()
const pressed = (kind: MadeKind, changes: object = {}): Promise<Pressed> =>
  press.press(kind, { ...SAMPLES[kind], ...changes } as never)
const isCertificate = (kind: MadeKind) => kind.endsWith('_certificate')

/** Every Arabic text of a record, however deep. */
function arabicTexts(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Arabic}/u.test(value) ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(arabicTexts) : []
}
const arabicWords = (texts: readonly string[]) =>
  texts.flatMap(wordsIn).filter((word) => /^\p{Script=Arabic}+$/u.test(word))

it('has a sample and a setting for every kind that is made', () => {
  expect([...SAMPLE_KINDS].sort()).toEqual([...DOCUMENT_KINDS].sort())
})

describe.each(SAMPLE_KINDS)('the %s', (kind) => {
  let made: Pressed
  let read: ReadPdf
  beforeAll(async () => {
    made = await pressed(kind)
    read = await readPdf(made.bytes)
  })

  it('gives the same bytes for the same record, from another press too', async () => {
    const [again, other] = [await pressed(kind), await another.press(kind, SAMPLES[kind] as never)]
    expect(Buffer.from(again.bytes).equals(Buffer.from(made.bytes))).toBe(true)
    expect(other.sha256).toBe(made.sha256)
    expect((await pressed(kind, { year: 2027 })).sha256).not.toBe(made.sha256)
  })

  it('is a tagged PDF/A-3a dated by its record', () => {
    const text = latin(made.bytes)
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(text).toMatch(
      new RegExp(`CreateDate>${new Date(SAMPLES[kind].issuedAt).toISOString().slice(0, 19)}`),
    )
    expect(read.roles).toContain('H1')
    expect(read.roles).toContain('P')
    if (!isCertificate(kind)) expect(read.roles).toContain('Table')
    const figures = read.roles.filter((role) => role === 'Figure')
    expect(figures, 'only the QR speaks, the tiles are ornament').toHaveLength(1)
  })

  it('carries its record as canonical JSON, of the digest that it prints', () => {
    const { number } = SAMPLES[kind]
    expect(read.attachments).toEqual({ [`${number}.json`]: canonicalJson(SAMPLES[kind]) })
    expect(read.words).toContain(made.recordSha256)
  })

  it('embeds our fonts and no other', () => {
    expect(embeddedFonts(made.bytes).length).toBeGreaterThan(2)
    expect(foreignFonts(made.bytes)).toEqual([])
  })

  it('prints its code in groups of four, its number, and the page that checks them', () => {
    const { checkCode, number } = SAMPLES[kind]
    expect([...read.words]).toEqual(expect.arrayContaining([checkCode, number, 'imtiyaz.example.ma/verify']))
    expect(checkCode).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  })

  it('says every Arabic word of its record and of its title whole', () => {
    const title = createTranslator('ar', ['documents'])(`documents.${kind}.title`)
    const printed = isCertificate(kind) ? [] : [title]
    // The place is joined to its preposition: بالرباط.
    const texts = arabicTexts({ ...SAMPLES[kind], place: 'بالرباط' })
    const missing = arabicWords([...texts, ...printed]).filter((word) => !read.words.has(word))
    expect(missing).toEqual([])
  })

  it('stands with names of 200 characters in three scripts, and with names in one language only', async () => {
    const long = 'Établissement régional ⴰⵎⵓⵔⴰⴽⵓⵛ المؤسسة الجهوية للخدمات '.repeat(4).slice(0, 200)
    const stretched = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(stretched)
      if (value === null || typeof value !== 'object') return value
      if ('fr' in value || 'ar' in value) return { fr: long }
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, stretched(member)]))
    }
    const { bytes } = await press.press(kind, stretched(SAMPLES[kind]) as never)
    expect(foreignFonts(bytes)).toEqual([])
    const { pages } = await readPdf(bytes)
    if (isCertificate(kind)) expect(pages).toBe(1)
  })
})

it.each(SAMPLE_KINDS.filter((kind) => !isCertificate(kind)))(
  'never leaves the check of a %s alone on a page',
  async (kind) => {
    const last = (await runsIn((await pressed(kind)).bytes)).at(-1) ?? []
    const check = last.find(({ text }) => text.startsWith('Vérifier'))
    if (!check) throw new Error('the check stands on another page than the last')
    expect(last.filter(({ y }) => y > check.y + 40)).not.toEqual([])
  },
)

it('begins a name that exists in one script alone at the edge of the column it stands in', async () => {
  const runs = (await runsIn((await pressed('palmares')).bytes)).flat()
  const [middle, edge] = [595 / 2, 595 - 48 - 10]
  const latinName = runs.filter(({ text, x }) => text.startsWith('Chahada') && x > middle)
  expect(latinName.map(({ x, width }) => Math.round(x + width))).toEqual([edge])
  const arabicName = runs.filter(({ text, x }) => text === 'المواعيد' && x < middle)
  expect(arabicName.map(({ x }) => x < 150)).toEqual([true])
})

it('names under each mark the evidence that it rests on, in the order in which it was pinned', async () => {
  const words = [...(await readPdf((await pressed('score_sheet')).bytes)).words]
  const pinned = ['moyen', 'إحصائيات', '1:05', 'متاحة', 'retirée']
  expect(words.filter((word) => pinned.includes(word))).toEqual(pinned)
})

describe('any document', () => {
  it('names a foreign font, even inside a compressed object stream', () => {
    const plain = Buffer.from('%PDF-1.7 1 0 obj <</BaseFont /ABCDEF+DejaVuSans-Bold /X /Y>> endobj')
    expect(foreignFonts(plain)).toEqual(['DejaVuSans-Bold'])
    expect(foreignFonts(Buffer.from('<</BaseFont/ABCDEF+IBMPlexSans-Medium>>'))).toEqual([])
  })

  it('prints what people type as text: markup, code and paths are never run', async () => {
    const hostile =
      '#emph[x] *b* $ sum $ \\ #read("/etc/passwd") #panic("no") @ref <label> // c ] } " \' `raw`'
    const files = [{ name: hostile, bytes: 1, sha256: 'e'.repeat(64) }]
    const changes = { title: { fr: hostile, ar: hostile }, files }
    const { bytes } = await pressed('receipt', changes)
    expect(foreignFonts(bytes)).toEqual([])
    const { attachments } = await readPdf(bytes)
    expect(Object.values(attachments)).toEqual([canonicalJson({ ...SAMPLES.receipt, ...changes })])
  })

  it('survives any character: no glyph, controls, directional marks, broken surrogates, very long words', async () => {
    const wild = '漢字 👍 \u202Egnp.exe \u0000\u0007 \uD800 a\u0301\u0302 ﷺ ⴰⵣⵓⵍ ' + 'é'.repeat(400)
    const { bytes } = await pressed('laureate_certificate', {
      recipient: { fr: wild },
      service: { zgh: 'ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ' },
      citation: { ar: 'ل'.repeat(900) },
    })
    expect((await readPdf(bytes)).pages).toBe(1)
    expect(foreignFonts(bytes)).toEqual([])
  })

  it('keeps the certificate on one page for every prize, with and without citation and signature', async () => {
    for (const prizeType of ['excellence', 'encouragement', 'jury', 'other'] as const) {
      const changes = { prizeType, synthetic: true, citation: null, signatory: null, place: null }
      const { bytes } = await pressed('laureate_certificate', changes)
      expect((await readPdf(bytes)).pages, prizeType).toBe(1)
    }
  })

  it('gives a letter its letters and a vowel mark its mark, whichever came first in the font', async () => {
    expect(ownText('ت\u064F', true)).toBe('ت')
    expect(ownText('ت\u064F', false)).toBe('\u064F')
    expect(ownText('لا', true)).toBeNull()
    expect(ownText('\u064B', false)).toBeNull()
    const title = { ar: 'تُ تحتاج تمّ تنمية' }
    const { words } = await readPdf((await pressed('receipt', { title })).bytes)
    expect([...words]).toEqual(expect.arrayContaining(['تحتاج', 'تم', 'تنمية']))
  })

  it('replaces a character without glyph by one mark and drops what would reorder the line', () => {
    const ascii = (code: number) => (code >= 32 && code < 127) || code === 0xfffd
    expect(printableText('a\u202Eb\u200Fc漢\u202Fd\ne', ascii)).toBe('abc\uFFFD\u00A0d e')
  })

  it('writes a record one way only, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { z: null, a: 'é"\n' }], a: true, skipped: undefined })).toBe(
      '{"a":true,"b":[1,{"a":"é\\"\\n","z":null}]}',
    )
  })
})
