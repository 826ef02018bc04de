import type { Localized } from '../kernel/localized.ts'

/** Arabic and French both stand: present and not blank. */
export const isBilingual = (text: Localized): boolean =>
  (text.ar ?? '').trim() !== '' && (text.fr ?? '').trim() !== ''

/** The codes that stand more than once. */
export const repeated = (codes: readonly string[]): readonly string[] => [
  ...new Set(codes.filter((code, index) => codes.indexOf(code) !== index)),
]
