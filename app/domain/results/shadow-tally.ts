import { toText } from '../kernel/rational.ts'
import type { NominationScore } from '../scoring/aggregate.ts'
import type { RankedNomination } from '../scoring/ranking.ts'

/** One nomination as one of the two computations sees it; score as `p/q`, null where there is none. */
export type TallyLine = {
  readonly nominationId: string
  readonly state: RankedNomination['state']
  readonly score: string | null
  readonly rank: number | null
  readonly decidedBy: string | null
  /** Sheets counted, jurors eligible and the quorum of sheets. */
  readonly sheets: number
  readonly eligible: number
  readonly quorum: number
}

export const TALLY_FIELDS = [
  'state',
  'score',
  'rank',
  'decidedBy',
  'sheets',
  'eligible',
  'quorum',
] as const satisfies readonly (keyof TallyLine)[]
export type TallyField = (typeof TALLY_FIELDS)[number] | 'nomination'

/** Where the two computations part: what the domain says and what SQL says, an empty text where it says nothing. */
export type TallyDifference = {
  readonly nominationId: string
  readonly field: TallyField
  readonly official: string
  readonly shadow: string
}

/** The official result in the words of the comparison. A nomination without a score line is a fault of the caller. */
export const tallyLines = (
  ranking: readonly RankedNomination[],
  scores: readonly NominationScore[],
): readonly TallyLine[] => {
  const counts = new Map(scores.map((one) => [one.nominationId, one]))
  return ranking.flatMap(({ nominationId, state, score, rank, decidedBy }) => {
    const found = counts.get(nominationId)
    if (!found) return []
    const { sheets, eligible, quorum } = found
    return [{ nominationId, state, score: score && toText(score), rank, decidedBy, sheets, eligible, quorum }]
  })
}

const said = (value: string | number | null): string => (value === null ? '' : `${value}`)

function between(official: TallyLine, shadow: TallyLine): readonly TallyDifference[] {
  const { nominationId } = official
  return TALLY_FIELDS.filter((field) => official[field] !== shadow[field]).map((field) => ({
    ...{ nominationId, field, official: said(official[field]), shadow: said(shadow[field]) },
  }))
}

/**
 * Every figure on which the second computation differs, to the last digit, by nomination (section 10 of the product
 * rules); field `nomination` where one of the two does not know it at all. Empty: they agree.
 */
export function tallyDifferences(
  official: readonly TallyLine[],
  shadow: readonly TallyLine[],
): readonly TallyDifference[] {
  const [ours, theirs] = [official, shadow].map(
    (lines) => new Map(lines.map((one) => [one.nominationId, one])),
  )
  const known = [...new Set([...official, ...shadow].map((one) => one.nominationId))].sort()
  return known.flatMap((nominationId): readonly TallyDifference[] => {
    const [one, other] = [ours?.get(nominationId), theirs?.get(nominationId)]
    if (one && other) return between(one, other)
    const field = 'nomination' as const
    return [{ nominationId, field, official: one ? nominationId : '', shadow: other ? nominationId : '' }]
  })
}
