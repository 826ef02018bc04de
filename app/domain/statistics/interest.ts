import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Design } from './design.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
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

/** The sheets of one juror and how many of them have a link. */
type Group = { readonly sheets: Int32Array; readonly linked: number }

/** Where a permutation can change something: of a juror without a link, or with links only, it cannot. */
function movable(
  design: Design,
  isLinked: Uint8Array,
): { groups: readonly Group[]; fixed: readonly number[] } {
  const all = design.jurors.map((_, j) => {
    const sheets = Int32Array.from([...design.juror.keys()].filter((s) => design.juror[s] === j))
    return { sheets, linked: sheets.filter((s) => isLinked[s] === 1).length }
  })
  const isFixed = ({ sheets, linked }: Group): boolean => linked === sheets.length
  return {
    groups: all.filter((group) => group.linked > 0 && !isFixed(group)),
    fixed: all.filter(isFixed).flatMap(({ sheets }) => [...sheets]),
  }
}

/** The residuals of as many sheets of a juror as have a link, drawn anew: the head of a shuffle, whose rest says nothing. */
function drawnSum({ sheets, linked }: Group, residuals: Float64Array, random: Random): number {
  let sum = 0
  for (let at = 0; at < linked; at += 1) {
    const other = at + random.below(sheets.length - at)
    const drawn = sheets[other] as number
    sheets[other] = sheets[at] as number
    sheets[at] = drawn
    sum += residuals[drawn] as number
  }
  return sum
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
  const { groups, fixed } = movable(design, isLinked)
  const total = residuals.reduce((sum, e) => sum + e, 0)
  const differenceOf = (sum: number): number => sum / count - (total - sum) / (N - count)
  const seen = residuals.reduce((sum, e, s) => (isLinked[s] === 1 ? sum + e : sum), 0)
  const always = fixed.reduce((sum, s) => sum + (residuals[s] as number), 0)
  const random = randomFrom(seed)
  let extreme = 1
  for (let permutation = 0; permutation < PERMUTATIONS; permutation += 1) {
    const sum = groups.reduce((reached, group) => reached + drawnSum(group, residuals, random), always)
    if (sum >= seen - EQUAL * (1 + Math.abs(seen))) extreme += 1
  }
  return ok({ linked: count, difference: differenceOf(seen), p: extreme / (PERMUTATIONS + 1), seed })
}
