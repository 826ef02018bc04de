import { inflateRawSync, crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { odsBook } from '#app/adapters/spreadsheet/ods.ts'
import { zipped } from '#app/adapters/spreadsheet/zip.ts'

/** Entries as a program finds them: from the index at the end, never by chance on the way. */
function unzipped(bytes: Uint8Array): { name: string; method: number; text: string }[] {
  const file = Buffer.from(bytes)
  const end = file.length - 22
  expect(file.readUInt32LE(end)).toBe(0x06054b50)
  let at = file.readUInt32LE(end + 16)
  const entries = Array.from({ length: file.readUInt16LE(end + 10) }, () => {
    expect(file.readUInt32LE(at)).toBe(0x02014b50)
    const method = file.readUInt16LE(at + 10)
    const name = file.subarray(at + 46, at + 46 + file.readUInt16LE(at + 28)).toString('utf8')
    const local = file.readUInt32LE(at + 42)
    expect(file.readUInt32LE(local)).toBe(0x04034b50)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const body = file.subarray(from, from + file.readUInt32LE(at + 20))
    const plain = method === 0 ? body : inflateRawSync(body)
    expect(crc32(plain)).toBe(file.readUInt32LE(at + 16))
    at += 46 + file.readUInt16LE(at + 28)
    return { name, method, text: plain.toString('utf8') }
  })
  expect(at).toBe(end)
  return entries
}

const book = () =>
  odsBook([
    {
      name: 'Palmarès',
      language: 'fr',
      header: ['Service', 'Note'],
      rows: [
        ['Sabil & « fils »', 83.5],
        ['=HYPERLINK("http://x")', null],
        ['\u0001ok', true],
      ],
    },
    { name: 'لائحة المتوجين', language: 'ar', header: ['الخدمة'], rows: [['سبيل']] },
  ])

describe('a spreadsheet of the roll', () => {
  it('is an OpenDocument file that says its kind in its first bytes', () => {
    const bytes = Buffer.from(book())
    expect(bytes.subarray(30, 84).toString('latin1')).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    )
    expect(unzipped(bytes).map(({ name, method }) => [name, method])).toEqual([
      ['mimetype', 0],
      ['META-INF/manifest.xml', 8],
      ['styles.xml', 8],
      ['content.xml', 8],
    ])
  })

  it('keeps numbers as numbers and text as text that no program runs', () => {
    const content = unzipped(book()).at(-1)?.text ?? ''
    expect(content).toContain(
      '<table:table-cell office:value-type="float" office:value="83.5"><text:p>83.5</text:p>',
    )
    expect(content).toContain('<text:p>Sabil &amp; « fils »</text:p>')
    expect(content).toContain('<text:p>&#39;=HYPERLINK(&quot;http://x&quot;)</text:p>')
    expect(content).toContain('<text:p>ok</text:p>')
    expect(content).toContain('office:value-type="boolean" office:boolean-value="true"')
    expect(content).not.toContain('table:formula')
  })

  it('reads the Arabic sheet from the right', () => {
    const content = unzipped(book()).at(-1)?.text ?? ''
    expect(content).toMatch(/style:name="ar"[^>]*><style:table-properties style:writing-mode="rl-tb"/)
    expect(content).toContain('<table:table table:name="لائحة المتوجين" table:style-name="ar">')
  })

  it('prints on its side with all columns on one page, and lets long texts break', () => {
    const entries = unzipped(book())
    const styles = entries.find(({ name }) => name === 'styles.xml')?.text ?? ''
    expect(styles).toContain('style:print-orientation="landscape"')
    expect(styles).toContain('style:scale-to-X="1"')
    const content = entries.at(-1)?.text ?? ''
    expect(content).toContain('style:master-page-name="page"')
    expect(content.match(/<table:table-column /g)).toHaveLength(3)
    expect(content).toMatch(/style:name="body"[^>]*><style:table-cell-properties fo:wrap-option="wrap"/)
  })

  it('gives the same bytes for the same texts', () => {
    expect(Buffer.from(book()).equals(Buffer.from(book()))).toBe(true)
    expect(unzipped(zipped([]))).toEqual([])
  })
})
