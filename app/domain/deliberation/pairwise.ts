import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** A ranking of finalists, best group first; equals stand in one group; whoever is left out ties at the bottom. */
export type RankingBallot = readonly (readonly string[])[]

/** `ahead.get(a)?.get(b)` is the number of ballots that put a above b: all that a count needs, and all that is shown. */
export type Pairwise = {
  readonly candidates: readonly string[]
  readonly ahead: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Refused: a finalist who does not stand (`candidate-unknown`) or is named twice (`candidate-twice`). */
export function checkBallot(
  ballot: RankingBallot,
  candidates: readonly string[],
): Result<RankingBallot, 'candidate-unknown' | 'candidate-twice'> {
  const named = ballot.flat()
  const unknown = named.filter((candidate) => !candidates.includes(candidate))
  if (unknown.length > 0) return refuse('candidate-unknown', { candidates: unknown })
  const twice = named.filter((candidate, at) => named.indexOf(candidate) !== at)
  if (twice.length > 0) return refuse('candidate-twice', { candidates: twice })
  return ok(ballot.filter((group) => group.length > 0))
}

const places = (ballot: RankingBallot, candidate: string): number => {
  const at = ballot.findIndex((group) => group.includes(candidate))
  return at === -1 ? ballot.length : at
}

export function pairwiseOf(ballots: readonly RankingBallot[], candidates: readonly string[]): Pairwise {
  const listed = [...candidates].sort()
  const ahead = new Map(
    listed.map((a) => {
      const over = listed
        .filter((b) => b !== a)
        .map((b) => [b, ballots.filter((ballot) => places(ballot, a) < places(ballot, b)).length] as const)
      return [a, new Map(over)] as const
    }),
  )
  return { candidates: listed, ahead }
}

export const countAhead = (pairwise: Pairwise, a: string, b: string): number =>
  pairwise.ahead.get(a)?.get(b) ?? 0

/** The same counts without some finalists: a second place needs no second vote (scoring.md section 6.2, step 7). */
export const without = (pairwise: Pairwise, removed: readonly string[]): Pairwise => ({
  candidates: pairwise.candidates.filter((candidate) => !removed.includes(candidate)),
  ahead: pairwise.ahead,
})
