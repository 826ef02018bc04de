import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Design } from './design.ts'
import { byNomination, dualMatrix, dualSide, incidence } from './dual.ts'
import { cholesky, dot, inverse, logDeterminant, solve, square } from './numeric/matrix.ts'
import type { Square } from './numeric/matrix.ts'
import { minimum } from './numeric/minimum.ts'
import { lowest } from './numeric/simplex.ts'
import type { Point } from './numeric/simplex.ts'
import { times } from './two-way.ts'

/** Where σ_N/σ and σ_J/σ are sought, from nought, and in how many steps the valley is looked for. */
const WIDEST_THETA = 100
const SCAN = 24
/** Ratios from which the search over both may begin: the best pair of them is taken. */
const RATIOS = [0.2, 0.6, 1.5, 4, 12, 40]
/** A variance that gains less than this in the criterion is nought. */
const NO_GAIN = 1e-9
const PARTS_KEPT = 8
const ROUNDING = 1e-24

export type RandomEffects = {
  readonly mean: number
  /** Variance of the mean's estimate, points². */
  readonly varianceOfMean: number
  /** σ_N², σ_J² and σ², points²; nought is a legal answer. σ_J² is nought in the one-way model. */
  readonly varianceOfNominations: number
  readonly varianceOfJurors: number
  readonly variance: number
  readonly criterion: number
  /** Predicted effects around the mean, points. */
  readonly nominations: Float64Array
  readonly jurors: Float64Array
  /** Covariance of the nominations' effects given the sheets and the mean, points², I x I. */
  readonly covariance: () => Square
  /** What the conditional law needs: s_i = θ_N²/(1 + θ_N² n_i) and the Cholesky factor of I + θ_J²(K - AᵀSA). */
  readonly shrink: Float64Array
  readonly factor: Square
}
export type RandomEffectsRefusal = 'no-degrees-of-freedom' | 'no-variation'

type Pair = { readonly y: Float64Array; readonly one: Float64Array }
type Part = {
  readonly design: Design
  readonly values: Pair
  readonly thetaN: number
  readonly shrink: Float64Array
  /** K - AᵀSA, made when it is first asked for: without jurors it says nothing. */
  readonly base: () => Square
  readonly sides: Pair
  /** The form of H⁻¹ = I - Z_N S Z_Nᵀ on scores and on ones, before jurors. */
  readonly plain: (a: keyof Pair, b: keyof Pair) => number
}

/** What depends on θ_N alone. */
function partAt(design: Design, values: Pair, thetaN: number): Part {
  const shrink = design.n.map((n) => thetaN ** 2 / (1 + thetaN ** 2 * n))
  const sums: Pair = { y: byNomination(design, values.y), one: byNomination(design, values.one) }
  const sides: Pair = { y: dualSide(design, shrink, values.y), one: dualSide(design, shrink, values.one) }
  const plain = (a: keyof Pair, b: keyof Pair): number =>
    dot(values[a], values[b]) -
    sums[a].reduce((sum, value, i) => sum + (shrink[i] as number) * value * (sums[b][i] as number), 0)
  let made: Square | null = null
  const base = (): Square => (made ??= dualMatrix(design, shrink))
  return { design, values, thetaN, shrink, base, sides, plain }
}

/** The parts of the ratios of nominations that were asked for last: a search holds one while it moves the other. */
function partsOf(design: Design, values: Pair): (thetaN: number) => Part {
  const known = new Map<number, Part>()
  return (thetaN) => {
    const found = known.get(thetaN) ?? partAt(design, values, thetaN)
    if (known.size >= PARTS_KEPT) known.clear()
    known.set(thetaN, found)
    return found
  }
}

/**
 * Everything at a pair of ratios: V₀⁻¹ by Woodbury through the J x J system I + θ_J²(K - AᵀSA). Null where rounding has
 * eaten the system: so large a ratio is no answer.
 */
function stateAt(part: Part, thetaJ: number) {
  const { sides, design, thetaN } = part
  const t2 = thetaJ * thetaJ
  const system = square(design.jurors.length)
  if (t2 > 0) {
    const { cells } = part.base()
    for (let at = 0; at < cells.length; at += 1) system.cells[at] = t2 * (cells[at] as number)
  }
  for (let j = 0; j < system.size; j += 1)
    system.cells[j * system.size + j] = (system.cells[j * system.size + j] as number) + 1
  const factor = cholesky(system)
  if (factor === null) return null
  const solved: Pair = { y: solve(factor, sides.y), one: solve(factor, sides.one) }
  const form = (a: keyof Pair, b: keyof Pair): number => part.plain(a, b) - t2 * dot(sides[a], solved[b])
  const precision = form('one', 'one')
  if (!(precision > 0)) return null
  const mean = form('one', 'y') / precision
  const df = design.y.length - 1
  const rest = Math.max(0, form('y', 'y') - mean * mean * precision)
  const logs = design.n.reduce((sum, n) => sum + Math.log1p(thetaN * thetaN * n), 0) + logDeterminant(factor)
  const criterion = logs + Math.log(precision) + df * (1 + Math.log((2 * Math.PI * rest) / df))
  return { ...part, thetaJ, factor, precision, mean, variance: rest / df, criterion, solved }
}
type State = NonNullable<ReturnType<typeof stateAt>>

/**
 * The least criterion over both ratios, each up to the widest; where one at nought is as good, it is nought exactly (a
 * legal answer). Sheets without any error have no finite answer: then the best within these bounds stands.
 */
function search(design: Design, y: Float64Array, withJurors: boolean): State {
  const partOf = partsOf(design, { y, one: y.map(() => 1) })
  const at = (thetaN: number, thetaJ: number): State | null => {
    const [n, j] = [Math.abs(thetaN), Math.abs(thetaJ)]
    return Math.max(n, j) > WIDEST_THETA ? null : stateAt(partOf(n), j)
  }
  const worth = (state: State | null): number => state?.criterion ?? Infinity
  const along = (of: (theta: number) => State | null): State | null =>
    of(minimum((theta) => worth(of(theta)), 0, WIDEST_THETA, SCAN).at)
  const boundary = [at(0, 0), along((theta) => at(theta, 0))]
  if (!withJurors) return better(boundary)
  boundary.push(along((theta) => at(0, theta)))
  const starts = RATIOS.flatMap((n) => RATIOS.map((j): Point => [n, j]))
  const valued = starts.map((start) => ({ start, value: worth(at(start[0], start[1])) }))
  const { start } = valued.reduce((best, one) => (one.value < best.value ? one : best))
  const inside = lowest(([n, j]) => worth(at(n, j)), start, start[0] / 3).at
  return better([...boundary, at(inside[0], inside[1])])
}

/** The state of least criterion; a later, richer one only when it gains. The first, without effects, always exists. */
const better = (states: readonly (State | null)[]): State =>
  states
    .filter((state) => state !== null)
    .reduce((best, one) => (best.criterion - one.criterion > NO_GAIN ? one : best))

/** σ²[S + S A θ_J² M⁻¹ Aᵀ S]: the block of the nominations in the inverse of Henderson's coefficients. */
function conditionalCovariance(design: Design, state: State): Square {
  const [I, J] = [design.nominations.length, design.jurors.length]
  const middle = inverse(state.factor)
  const rows = incidence(design)
  const result = square(I)
  for (let i = 0; i < I; i += 1) {
    const carried = times(middle, rows.subarray(i * J, (i + 1) * J))
    for (let k = 0; k <= i; k += 1) {
      const [si, sk] = [state.shrink[i] as number, state.shrink[k] as number]
      const link = si * sk * state.thetaJ ** 2 * dot(carried, rows.subarray(k * J, (k + 1) * J))
      result.cells[i * I + k] = state.variance * ((i === k ? si : 0) + link)
      result.cells[k * I + i] = result.cells[i * I + k] as number
    }
  }
  return result
}

function predicted(design: Design, centre: number, state: State): RandomEffects {
  const t2 = state.thetaJ ** 2
  const jurors = state.solved.y.map((y, j) => t2 * (y - state.mean * (state.solved.one[j] as number)))
  const rest = design.y.map((y, s) => y - centre - state.mean - (jurors[design.juror[s] as number] as number))
  return {
    mean: centre + state.mean,
    varianceOfMean: state.variance / state.precision,
    varianceOfNominations: state.thetaN ** 2 * state.variance,
    varianceOfJurors: t2 * state.variance,
    variance: state.variance,
    criterion: state.criterion,
    nominations: byNomination(design, rest).map((sum, i) => (state.shrink[i] as number) * sum),
    jurors,
    covariance: () => conditionalCovariance(design, state),
    shrink: state.shrink,
    factor: state.factor,
  }
}

/**
 * Model M2 of section 2.5, nominations and jurors both random (or nominations alone, the one-way model), by REML.
 * For probabilities, expected ranks and reliability. Refused: a single nomination or no sheet beyond one each
 * (`no-degrees-of-freedom`), sheets that all say the same (`no-variation`).
 */
export function randomEffects(
  design: Design,
  { jurors }: { readonly jurors: boolean },
): Result<RandomEffects, RandomEffectsRefusal> {
  const [I, N] = [design.nominations.length, design.y.length]
  if (I < 2 || N <= I) return refuse('no-degrees-of-freedom', { nominations: I, sheets: N })
  const centre = design.y.reduce((sum, y) => sum + y, 0) / N
  const y = design.y.map((value) => value - centre)
  if (dot(y, y) <= ROUNDING * dot(design.y, design.y)) return refuse('no-variation')
  return ok(predicted(design, centre, search(design, y, jurors)))
}
