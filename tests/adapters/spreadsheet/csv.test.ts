import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows, guarded } from '#app/adapters/spreadsheet/csv.ts'
import type { Cell } from '#app/services/ports.ts'

const written = async (header: readonly string[], rows: readonly (readonly Cell[])[]) => {
  const parts: Uint8Array[] = []
  for await (const part of csvRows(header, rows)) parts.push(part)
  return Buffer.concat(parts)
}
/** RFC 4180, the shortest reader: for the tests only. */
const read = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '')
}

describe('the export', () => {
  it('begins with the byte order mark and ends its lines with CR LF', async () => {
    const bytes = await written(
      ['الخدمة', 'Points'],
      [
        ['سبيل', 83.5],
        [null, true],
      ],
    )
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(bytes.toString('utf8')).toBe('\uFEFFالخدمة,Points\r\nسبيل,83.5\r\n,true\r\n')
  })

  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '−1+1',
    '|cmd',
    '%0A=1',
    '\u200B=1',
    '\uFEFF=1',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","y")',
    '-2+3+cmd',
    '@',
  ])('never lets %j begin a cell', (payload) => {
    expect(guarded(payload).startsWith("'")).toBe(true)
  })

  it('leaves numbers, dates, references and ordinary words as they are', () => {
    for (const text of ['-12,5', '-3', '83.6', '2026-12-16', 'EMT-2026-0117', 'Chahada+', "l'eau", 'a=b', ''])
      expect(guarded(text)).toBe(text)
    expect([guarded(-3), guarded(Number.NaN), guarded(null), guarded(false)]).toEqual(['-3', '', '', 'false'])
  })

  it('writes a number as people do: what its own arithmetic left over is no figure', () => {
    for (const [value, text] of [
      [1.1102230246251565e-16, '0'],
      [-1.1102230246251565e-16, '0'],
      [0.1 + 0.2, '0.3'],
      [2.5e-7, '0.00000025'],
      [-0.000001, '-0.000001'],
      [1 / 3, '0.333333333333'],
      [1234567.891, '1234567.891'],
      [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ] as const)
      expect(guarded(value)).toBe(text)
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        expect(guarded(value)).toMatch(/^-?\d+(\.\d*[1-9])?$/)
        expect(Math.abs(Number(guarded(value)) - value)).toBeLessThanOrEqual(5e-13 + Math.abs(value) * 1e-15)
      }),
    )
  })

  it('guards the heading too, and gives every ordinary text back', async () => {
    expect((await written(['=x'], [])).toString('utf8')).toBe("\uFEFF'=x\r\n")
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', 'س', '"', ',', ';', "'", '\n', ' ', '1') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const text = (await written(['a', 'b'], rows)).toString('utf8').slice(1)
        expect(read(text).slice(1)).toEqual(rows.map((row) => row.map(guarded)))
      }),
      { numRuns: 60 },
    )
  })

  it('passes on the failure of its source', async () => {
    const rows = (function* (): Generator<readonly Cell[]> {
      yield ['x']
      throw new Error('source')
    })()
    const all = async () => {
      for await (const part of csvRows(['a'], rows)) expect(part).toBeDefined()
    }
    await expect(all()).rejects.toThrow('source')
  })
})
