/** How a nomination's place moves when severity is taken out. */
export type SeverityLuck = {
  readonly adjustedRank: number
  /** |official - adjusted|, places. */
  readonly shift: number
  /** It is inside the winning set by one figure and outside by the other. */
  readonly changesSide: boolean
}

/** Adjusted scores nearer than this share are equal. */
const EQUAL = 1e-9

/**
 * Rank differences and the severity-luck flag of section 2.6, in the order given. `officialRanks`: 1224, of the same
 * nominations; `adjusted`: M1, points; `places`: the winning set. Advisory: a flag asks for one more juror or for a
 * word in plenary, it replaces nothing.
 */
export function severityLuck(
  officialRanks: readonly number[],
  adjusted: ArrayLike<number>,
  places: number,
): readonly SeverityLuck[] {
  const scores = Array.from(adjusted)
  return officialRanks.map((official, i) => {
    const own = scores[i] as number
    const slack = EQUAL * Math.max(1, Math.abs(own))
    const adjustedRank = 1 + scores.filter((other) => other - own > slack).length
    return {
      adjustedRank,
      shift: Math.abs(official - adjustedRank),
      changesSide: official <= places !== adjustedRank <= places,
    }
  })
}
