import type { Reader, Subject } from './assignment.ts'

/** Why a juror suits a nomination, each part with its points; together 0 to 1000 (section 5.1 of the scoring rules). */
export type SimilarityPart = 'base' | 'specialist' | 'generalist' | 'languages' | 'met-before' | 'near-body'
export type Similarity = {
  readonly points: number
  readonly parts: readonly { readonly part: SimilarityPart; readonly points: number }[]
}

/** Few, round values: the sums that a nomination can reach are few too, which lets the optimum be proven quickly. */
const POINTS: Readonly<Record<SimilarityPart, number>> = {
  base: 400,
  specialist: 400,
  generalist: 200,
  languages: 200,
  'met-before': -200,
  'near-body': -100,
}

/**
 * The similarity of an eligible pair: a seat that names the category over one that reads all, every language of the
 * dossier, less for who read the same administration before, or whose institution has the same supervising body.
 */
export function similarityOf(subject: Subject, reader: Reader, metBefore: boolean): Similarity {
  const readsAll =
    reader.languages.length === 0 ||
    subject.languages.every((language) => reader.languages.includes(language))
  const near = reader.supervisingId !== null && subject.supervisingIds.includes(reader.supervisingId)
  const named: readonly (readonly [SimilarityPart, boolean])[] = [
    ['base', true],
    ['specialist', reader.categories !== null],
    ['generalist', reader.categories === null],
    ['languages', readsAll],
    ['met-before', metBefore],
    ['near-body', near],
  ]
  const parts = named.filter(([, applies]) => applies).map(([part]) => ({ part, points: POINTS[part] }))
  return { points: parts.reduce((sum, { points }) => sum + points, 0), parts }
}
