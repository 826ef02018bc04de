import type { Bundle, Sheet } from './bundle.ts'

/** What a sheet of the second round says of itself under its commitment. */
const SECOND = '2'

/** The opened sheets that make the result: of two rounds those of the second, else all. */
export const sheetsOfResult = ({ rules, sheets }: Bundle): readonly Sheet[] =>
  rules.secondRoundPlaces === null ? sheets : sheets.filter(({ record }) => record['round'] === SECOND)

/** The opened sheets of the first of two rounds; none where there is one. */
export const sheetsOfFirstRound = ({ rules, sheets }: Bundle): readonly Sheet[] =>
  rules.secondRoundPlaces === null ? [] : sheets.filter(({ record }) => record['round'] !== SECOND)

/** The status under which an opened sheet must be listed: its own record, and no list, says of which round it is. */
export const statusOf = ({ rules }: Bundle, { record }: Sheet): string =>
  rules.secondRoundPlaces === null || record['round'] === SECOND ? 'counted' : 'first_round'
