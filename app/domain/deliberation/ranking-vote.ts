import { countAhead } from './pairwise.ts'
import type { Pairwise } from './pairwise.ts'

export type RankingMethod = 'condorcet' | 'schulze'
/** `tie`: several potential winners remain; the jury votes once between them (scoring.md sections 6.1 and 6.2). */
export type RankingResult =
  | { readonly kind: 'winner'; readonly winner: string; readonly method: RankingMethod }
  | { readonly kind: 'tie'; readonly between: readonly string[] }
  | { readonly kind: 'empty' }

/** Whoever beats every other finalist in a direct comparison, or null. */
export const condorcetWinner = (pairwise: Pairwise): string | null =>
  pairwise.candidates.find((a) =>
    pairwise.candidates.every((b) => a === b || countAhead(pairwise, a, b) > countAhead(pairwise, b, a)),
  ) ?? null

/**
 * Strengths of the widest paths by winning votes (Schulze): Floyd–Warshall over the direct victories. A way over one of
 * its own ends is never wider, so that nothing has to be left out; from a finalist to itself it says nothing.
 */
export function widestPaths(pairwise: Pairwise): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const { candidates } = pairwise
  const strength = new Map(
    candidates.map((a) => {
      const wins = candidates.map((b) => {
        const [forward, backward] = [countAhead(pairwise, a, b), countAhead(pairwise, b, a)]
        return [b, a !== b && forward > backward ? forward : 0] as const
      })
      return [a, new Map(wins)] as const
    }),
  )
  const at = (a: string, b: string): number => strength.get(a)?.get(b) ?? 0
  for (const via of candidates) {
    for (const a of candidates) {
      for (const b of candidates) {
        strength.get(a)?.set(b, Math.max(at(a, b), Math.min(at(a, via), at(via, b))))
      }
    }
  }
  return strength
}

/** Every finalist whose path to each other one is at least as strong as the way back. */
export function schulzeWinners(pairwise: Pairwise): readonly string[] {
  const paths = widestPaths(pairwise)
  const at = (a: string, b: string): number => paths.get(a)?.get(b) ?? 0
  return pairwise.candidates.filter((a) => pairwise.candidates.every((b) => at(a, b) >= at(b, a)))
}

/** Ballot B: the Condorcet winner if there is one, else Schulze, else a tie for the jury to break. */
export function decideRanking(pairwise: Pairwise): RankingResult {
  if (pairwise.candidates.length === 0) return { kind: 'empty' }
  const beatsAll = condorcetWinner(pairwise)
  if (beatsAll !== null) return { kind: 'winner', winner: beatsAll, method: 'condorcet' }
  const potential = schulzeWinners(pairwise)
  const [only] = potential
  return only !== undefined && potential.length === 1
    ? { kind: 'winner', winner: only, method: 'schulze' }
    : { kind: 'tie', between: potential }
}

/** One ballot between two tied finalists; still equal, the casting vote if the rules give it, else no winner. */
export function decideRunoff(
  tally: { readonly first: number; readonly second: number },
  casting: { readonly allowed: boolean; readonly choice: 'first' | 'second' | null },
): { readonly winner: 'first' | 'second' | null; readonly castingVoteUsed: boolean } {
  if (tally.first !== tally.second)
    return { winner: tally.first > tally.second ? 'first' : 'second', castingVoteUsed: false }
  const winner = casting.allowed ? casting.choice : null
  return { winner, castingVoteUsed: winner !== null }
}
