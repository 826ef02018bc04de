import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#app/adapters/pdf/canonical.ts'
import { embeddedFonts, foreignFonts } from '#app/adapters/pdf/fonts.server.ts'
import { printableText } from '#app/adapters/pdf/printable.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { certificate, minutes, receipt } from '#app/adapters/pdf/samples.ts'
import { attachments, latin, pagesOf } from './read-pdf.ts'

const press = createTypstPress()
const all = { receipt, minutes, certificate } as const
const names = ['receipt', 'minutes', 'certificate'] as const

describe.each(names)('the %s', (name) => {
  const made = () => press.press(name, all[name] as never)

  it('gives the same bytes for the same record, from another press too', async () => {
    const [first, second, other] = [
      await made(),
      await made(),
      await createTypstPress().press(name, all[name] as never),
    ]
    expect(second.sha256).toBe(first.sha256)
    expect(other.sha256).toBe(first.sha256)
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true)
  })

  it('gives other bytes when one letter of the record changes', async () => {
    const changed = { ...all[name], number: 'EMT-2026-DOC-0118' }
    expect((await press.press(name, changed as never)).sha256).not.toBe((await made()).sha256)
  })

  it('is a tagged PDF/A-3a dated by its record', async () => {
    const text = latin((await made()).bytes)
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(new RegExp(`CreateDate>${new Date(all[name].issuedAt).toISOString().slice(0, 19)}`))
  })

  it('carries its record as canonical JSON, of the digest that it prints', async () => {
    const { bytes, recordSha256 } = await made()
    expect(attachments(bytes)).toContain(canonicalJson(all[name]))
    expect(recordSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('embeds our fonts and no other', async () => {
    const fonts = embeddedFonts((await made()).bytes)
    expect(fonts.length).toBeGreaterThan(2)
    expect(foreignFonts((await made()).bytes)).toEqual([])
  })
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
    const record = {
      ...receipt,
      title: { fr: hostile, ar: hostile },
      files: [{ name: hostile, bytes: 1, sha256: 'e'.repeat(64) }],
    }
    const { bytes } = await press.press('receipt', record)
    expect(foreignFonts(bytes)).toEqual([])
    expect(attachments(bytes)).toContain(canonicalJson(record))
  })

  it('survives any character: no glyph, controls, directional marks, broken surrogates, very long words', async () => {
    const wild = '漢字 👍 \u202Egnp.exe \u0000\u0007 \uD800 a\u0301\u0302 ﷺ ⴰⵣⵓⵍ ' + 'é'.repeat(400)
    const { bytes } = await press.press('certificate', {
      ...certificate,
      recipient: { fr: wild },
      service: { zgh: 'ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ' },
      citation: { ar: 'ل'.repeat(900) },
    })
    expect(pagesOf(bytes)).toBe(1)
    expect(foreignFonts(bytes)).toEqual([])
  })

  it('keeps the certificate on one page for every prize, with and without citation and signature', async () => {
    for (const prizeType of ['excellence', 'encouragement', 'jury', 'other'] as const) {
      const record = {
        ...certificate,
        prizeType,
        synthetic: true,
        citation: null,
        signatory: null,
        place: null,
      }
      expect(pagesOf((await press.press('certificate', record)).bytes), prizeType).toBe(1)
    }
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
