import { componentsOf } from './design.ts'
import type { Design } from './design.ts'
import { byNomination, dualMatrix, dualSide, incidence, inverseCounts } from './dual.ts'
import { cholesky, dot, inverse, square } from './numeric/matrix.ts'
import type { Square } from './numeric/matrix.ts'

/** The additive model y_ij = μ + α_i + β_j made ready to be fitted to any value per sheet (section 2.1). */
export type TwoWay = {
  readonly design: Design
  readonly components: ReturnType<typeof componentsOf>
  /** N - (I + J - components). */
  readonly df: number
  /** A generalised inverse of the dual, J x J: one juror of each component is held at nought. */
  readonly jurorInverse: Square
}
/** A scatter below this share of the squares is the rounding of an exact fit. */
const ROUNDING = 1e-24

export type Fit = {
  /** Adjusted scores a_i = μ + α_i, points: averaged over the jurors of the component. */
  readonly adjusted: Float64Array
  /** β_j, points, summing to nought over the jurors of a component. */
  readonly effects: Float64Array
  readonly residuals: Float64Array
  readonly rss: number
}

function padded(dual: Square, free: readonly number[]): Square {
  const part = square(free.length)
  free.forEach((row, r) =>
    free.forEach((column, c) => {
      part.cells[r * free.length + c] = dual.cells[row * dual.size + column] as number
    }),
  )
  const factor = cholesky(part)
  const result = square(dual.size)
  if (factor === null) return result
  const solved = inverse(factor)
  free.forEach((row, r) =>
    free.forEach((column, c) => {
      result.cells[row * dual.size + column] = solved.cells[r * free.length + c] as number
    }),
  )
  return result
}

export function twoWay(design: Design): TwoWay {
  const components = componentsOf(design)
  const seen = new Set<number>()
  const free = design.jurors.flatMap((_, j) => {
    const component = components.ofJuror[j] as number
    if (seen.has(component)) return [j]
    seen.add(component)
    return []
  })
  const df = design.y.length - (design.nominations.length + design.jurors.length - components.count)
  const dual = dualMatrix(design, inverseCounts(design))
  return { design, components, df, jurorInverse: padded(dual, free) }
}

export function times({ size, cells }: Square, vector: Float64Array): Float64Array {
  const product = new Float64Array(size)
  for (let row = 0; row < size; row += 1) {
    let sum = 0
    for (let k = 0; k < size; k += 1) sum += (cells[row * size + k] as number) * (vector[k] as number)
    product[row] = sum
  }
  return product
}

function centred(model: TwoWay, effects: Float64Array): Float64Array {
  const { count, ofJuror } = model.components
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)]
  effects.forEach((effect, j) => {
    const component = ofJuror[j] as number
    sums[component] = (sums[component] as number) + effect
    sizes[component] = (sizes[component] as number) + 1
  })
  return effects.map((effect, j) => {
    const component = ofJuror[j] as number
    return effect - (sums[component] as number) / (sizes[component] as number)
  })
}

/**
 * Least squares for one value per sheet, in the order of the design's sheets. Values that the model fits exactly have
 * residuals of nought, not of rounding: whoever divides by their scatter would find figures in it.
 */
export function fitTwoWay(model: TwoWay, values: Float64Array): Fit {
  const { design } = model
  const side = dualSide(design, inverseCounts(design), values)
  const effects = centred(model, times(model.jurorInverse, side))
  const withoutJuror = values.map((value, s) => value - (effects[design.juror[s] as number] as number))
  const sums = byNomination(design, withoutJuror)
  const adjusted = sums.map((sum, i) => sum / (design.n[i] as number))
  const residuals = withoutJuror.map(
    (value, s) => value - (adjusted[design.nomination[s] as number] as number),
  )
  const rss = dot(residuals, residuals)
  return rss <= ROUNDING * dot(values, values)
    ? { adjusted, effects, residuals: residuals.map(() => 0), rss: 0 }
    : { adjusted, effects, residuals, rss }
}

/**
 * The covariance of the adjusted scores over σ², up to a constant that drops out of differences within a component:
 * I x I. Var(a_i - a_k)/σ² = g_ii + g_kk - 2 g_ik.
 */
export function scoreCovariance({ design, jurorInverse }: Pick<TwoWay, 'design' | 'jurorInverse'>): Square {
  const [I, J] = [design.nominations.length, design.jurors.length]
  const rows = incidence(design)
  const shares = rows.map((count, at) => count / (design.n[Math.floor(at / J)] as number))
  const share = (i: number): Float64Array => shares.subarray(i * J, (i + 1) * J)
  const result = square(I)
  for (let i = 0; i < I; i += 1) {
    const carried = times(jurorInverse, share(i))
    for (let k = 0; k <= i; k += 1) {
      let sum = i === k ? 1 / (design.n[i] as number) : 0
      for (let j = 0; j < J; j += 1) sum += (carried[j] as number) * (shares[k * J + j] as number)
      result.cells[i * I + k] = sum
      result.cells[k * I + i] = sum
    }
  }
  return result
}

/** The leverage h_s of each sheet: 1 where the model passes through it whatever it says. */
export function leverages({ design, jurorInverse }: TwoWay): Float64Array {
  const J = design.jurors.length
  const rows = incidence(design)
  const carried = design.nominations.map((_, i) =>
    times(
      jurorInverse,
      rows.slice(i * J, (i + 1) * J).map((count) => count / (design.n[i] as number)),
    ),
  )
  return design.y.map((_, s) => {
    const [i, j] = [design.nomination[s] as number, design.juror[s] as number]
    const [n, t] = [design.n[i] as number, carried[i] as Float64Array]
    let own = 0
    for (let k = 0; k < J; k += 1) own += ((rows[i * J + k] as number) * (t[k] as number)) / n
    return 1 / n + own - 2 * (t[j] as number) + (jurorInverse.cells[j * J + j] as number)
  })
}
