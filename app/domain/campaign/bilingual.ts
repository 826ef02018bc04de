import type { Localized } from '../kernel/localized.ts'

/** Arabic and French both stand: present and not blank. */
export const isBilingual = (text: Localized): boolean =>
  (text.ar ?? '').trim() !== '' && (text.fr ?? '').trim() !== ''

/** The message at each of the two official languages that `field` lacks. */
export const missingOf = (text: Localized, field: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (['ar', 'fr'] as const).flatMap((language) =>
      text[language] === undefined ? [[`${field}.${language}`, 'errors.required']] : [],
    ),
  )

/** The codes that stand more than once. */
export const repeated = (codes: readonly string[]): readonly string[] => [
  ...new Set(codes.filter((code, index) => codes.indexOf(code) !== index)),
]
