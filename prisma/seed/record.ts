import type { RecordedEdition } from '#app/domain/campaign/archived-edition.ts'
import palmares from './palmares.json' with { type: 'json' }

/** The published record of the award, edition by edition, as sources tell it. */
export const RECORD: readonly RecordedEdition[] = palmares

export const recordedEdition = (year: number): RecordedEdition | undefined =>
  RECORD.find((edition) => edition.year === year)
