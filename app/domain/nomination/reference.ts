import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** The series of the award; a second campaign of the same year bears another one. */
export const DEFAULT_SERIES = 'EMT'
export type Reference = { readonly series: string; readonly year: number; readonly sequence: number }
export type ReferenceRefusal = 'reference-unreadable'

const LETTERS = 26
const letter = (at: number): string => String.fromCharCode('A'.charCodeAt(0) + at)

/** The series of the campaign at a place of its year: `EMT`, then `EMTB` to `EMTZ`, then `EMTAA`, `EMTAB` … */
export function seriesAt(place: number): string {
  if (place === 0) return DEFAULT_SERIES
  if (place < LETTERS) return `${DEFAULT_SERIES}${letter(place)}`
  const beyond = place - LETTERS
  return `${DEFAULT_SERIES}${letter(Math.floor(beyond / LETTERS))}${letter(beyond % LETTERS)}`
}

const SHAPE = /^([A-Z]{2,5})-(\d{4})-(\d{4,6})$/

/** Builds `EMT-2026-0012`: series, year, sequence of four digits or more. Refuses what it could not read back. */
export function buildReference({ series, year, sequence }: Reference): Result<string, ReferenceRefusal> {
  const text = `${series}-${year}-${String(sequence).padStart(4, '0')}`
  const back = parseReference(text)
  return back.ok && back.value.sequence === sequence && sequence > 0
    ? ok(text)
    : refuse('reference-unreadable')
}

/**
 * Reads a reference as people type it: small letters, spaces, other dashes and Arabic digits are forgiven, a
 * wrong number of digits is not.
 */
export function parseReference(typed: string): Result<Reference, ReferenceRefusal> {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u2010-\u2015\u2212\s_]+/g, '-')
    .replaceAll(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .toUpperCase()
  const parts = SHAPE.exec(text)
  if (parts === null) return refuse('reference-unreadable')
  const [, series = '', year = '', sequence = ''] = parts
  // 00012 and 0012 would be two texts of one number.
  if (sequence.length > 4 && sequence.startsWith('0')) return refuse('reference-unreadable')
  return ok({ series, year: Number(year), sequence: Number(sequence) })
}
