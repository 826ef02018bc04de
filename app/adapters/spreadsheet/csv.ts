import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Cell, Workbook } from '#app/services/ports.ts'

/** What a spreadsheet may take for a formula, plain and fullwidth, also behind spaces (T35; OWASP CSV injection). */
const FORMULA =
  /^[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*[=+\-@\u2212\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/u
const PLAIN_NUMBER = /^-?\d+([.,]\d+)?$/
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

/** Past this many decimals a figure of ours is the rounding of its own arithmetic: 1.1e-16 is 0. */
const DECIMALS = 12
/** A number as people write it: no exponent, at most twelve decimals. */
export function plainNumber(value: number): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toFixed(DECIMALS))
  const short = String(rounded)
  return short.includes('e-') ? rounded.toFixed(DECIMALS).replace(/0+$/, '') : short
}

/** A typed number stays a number; text that could run is led by an apostrophe; controls are dropped. */
export function guarded(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? plainNumber(cell) : ''
  if (typeof cell === 'boolean') return cell ? 'true' : 'false'
  const risky = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell)
  const text = cell.replace(CONTROLS, '')
  return risky ? `'${text}` : text
}

async function* guardedRows(
  header: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
) {
  yield header.map(guarded)
  for await (const row of rows) yield row.map(guarded)
}

/** RFC 4180 with a byte order mark, so that spreadsheets read Arabic as UTF-8; rows stream through. */
export const csvRows: Workbook['csv'] = async function* (header, rows) {
  // A lone LF or CR inside a cell must be quoted too, not only the record's own CR LF.
  const lines = stringify({ bom: true, record_delimiter: '\r\n', quoted_match: /[;\r\n]|^\s|\s$/ })
  const source = Readable.from(guardedRows(header, rows))
  source.on('error', (error) => lines.destroy(error))
  source.pipe(lines)
  for await (const chunk of lines)
    yield typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : (chunk as Uint8Array)
}
