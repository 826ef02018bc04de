import { loadsOf, pairKey, pairObstacles } from './assignment.ts'
import type { AssignmentProblem, Pair, PairObstacle } from './assignment.ts'
import { similarityOf } from './similarity.ts'
import type { Similarity } from './similarity.ts'

/** "Why this juror?" */
export type WhyReads = {
  readonly seatId: string
  readonly source: 'fixed' | 'proposed'
  readonly similarity: Similarity
  /** Place among the jurors who may read this nomination, by similarity; equals share a place. */
  readonly place: number
  readonly eligible: number
  readonly load: number
  readonly loadLimit: number
}
/**
 * "Why not that one?": a rule stands against it; or the juror suits less than everybody chosen, or no better than the
 * last of them, so that loads and meetings decided; or suits better, and the exchange that it would need takes more
 * from other nominations than it brings here (that is what the optimum of the whole means).
 */
export type WhyNot = {
  readonly seatId: string
  readonly similarity: Similarity | null
  readonly because: PairObstacle | 'suits-less' | 'suits-alike' | 'better-elsewhere'
}
export type NominationWhy = { readonly reads: readonly WhyReads[]; readonly others: readonly WhyNot[] }

/** The explanation of one nomination's readers, out of the assignment as it stands or is proposed. */
export function explainNomination(
  problem: AssignmentProblem,
  assigned: readonly Pair[],
  nominationId: string,
): NominationWhy {
  const subject = problem.nominations.find((one) => one.nominationId === nominationId)
  if (!subject) return { reads: [], others: [] }
  const met = new Set(problem.met.map(pairKey))
  const fixed = new Set(problem.fixed.map(pairKey))
  const mine = new Set(
    assigned.filter((pair) => pair.nominationId === nominationId).map(({ seatId }) => seatId),
  )
  const loads = loadsOf(problem.readers, assigned)
  const candidates = problem.readers.map((reader) => {
    const pair = { nominationId, seatId: reader.seatId }
    const obstacles = mine.has(reader.seatId) ? [] : pairObstacles(problem, assigned, pair)
    const never = obstacles.some((one) => one === 'excluded' || one === 'category' || one === 'language')
    return {
      reader,
      pair,
      obstacles,
      similarity: never ? null : similarityOf(subject, reader, met.has(pairKey(pair))),
    }
  })
  const points = candidates.flatMap(({ similarity }) => (similarity ? [similarity.points] : []))
  const chosen = candidates.filter(({ reader }) => mine.has(reader.seatId))
  const lowest = Math.min(...chosen.map(({ similarity }) => similarity?.points ?? 0))
  return {
    reads: chosen.flatMap(({ reader, pair, similarity }) =>
      similarity === null
        ? []
        : [
            {
              seatId: reader.seatId,
              source: fixed.has(pairKey(pair)) ? 'fixed' : 'proposed',
              similarity,
              place: 1 + points.filter((other) => other > similarity.points).length,
              eligible: points.length,
              load: loads.get(reader.seatId) ?? 0,
              loadLimit: reader.loadLimit,
            },
          ],
    ),
    others: candidates
      .filter(({ reader }) => !mine.has(reader.seatId))
      .map(({ reader, obstacles: [first], similarity }) => ({
        seatId: reader.seatId,
        similarity,
        because: first ?? suiting(similarity?.points ?? 0, lowest),
      })),
  }
}

function suiting(points: number, lowest: number): 'suits-less' | 'suits-alike' | 'better-elsewhere' {
  if (points < lowest) return 'suits-less'
  return points === lowest ? 'suits-alike' : 'better-elsewhere'
}
