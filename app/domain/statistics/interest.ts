import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Design } from './design.ts'
import { randomFrom, shuffled } from './random.ts'
import { fitTwoWay, twoWay } from './two-way.ts'

/** Under this many linked sheets nothing is reported (section 3.7). */
export const FEWEST_LINKED = 5
export const PERMUTATIONS = 9_999
/** Two differences nearer than this are equal: a permutation that changes nothing counts as extreme. */
const EQUAL = 1e-9

export type InterestTest = {
  readonly linked: number
  /** Mean residual of linked sheets less that of the rest, points: positive is favour. */
  readonly difference: number
  /** Share of permuted links at least as favourable, the seen one counted. */
  readonly p: number
  readonly seed: number
}

/**
 * Whether jurors score higher where they have a link (section 3.7): residuals of the two-way model, links permuted over
 * the sheets of each juror, so that his severity cannot speak. `linked`: one a sheet, in the order in which the sheets
 * were given. Internal. Refused: links that do not match the sheets, fewer than five, no sheet without one.
 */
export function interestTest(
  design: Design,
  linked: readonly boolean[],
  seed: number,
): Result<InterestTest, 'links-differ' | 'too-few-links' | 'no-rest'> {
  const N = design.y.length
  if (linked.length !== N) return refuse('links-differ')
  const count = linked.filter(Boolean).length
  if (count < FEWEST_LINKED) return refuse('too-few-links', { linked: count, least: FEWEST_LINKED })
  if (count === N) return refuse('no-rest', { linked: count })
  const { residuals } = fitTwoWay(twoWay(design), design.y)
  const isLinked = Uint8Array.from(design.place, (at) => (linked[at] ? 1 : 0))
  const groups = design.jurors.map((_, j) => [...design.juror.keys()].filter((s) => design.juror[s] === j))
  const total = residuals.reduce((sum, e) => sum + e, 0)
  const differenceOf = (sum: number): number => sum / count - (total - sum) / (N - count)
  const sumOf = (links: (s: number) => boolean): number =>
    residuals.reduce((sum, e, s) => (links(s) ? sum + e : sum), 0)
  const seen = sumOf((s) => isLinked[s] === 1)
  const random = randomFrom(seed)
  let extreme = 1
  for (let permutation = 0; permutation < PERMUTATIONS; permutation += 1) {
    let sum = 0
    for (const group of groups) {
      const order = shuffled(group.length, random)
      group.forEach((s, at) => {
        if (isLinked[group[order[at] as number] as number] === 1) sum += residuals[s] as number
      })
    }
    if (sum >= seen - EQUAL * (1 + Math.abs(seen))) extreme += 1
  }
  return ok({ linked: count, difference: differenceOf(seen), p: extreme / (PERMUTATIONS + 1), seed })
}
