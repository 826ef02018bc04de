import type { Design } from './design.ts'
import { correlation } from './halo.ts'
import { fUpper } from './numeric/distributions.ts'
import { fitTwoWay, twoWay } from './two-way.ts'

/** What is left of a scatter below this share of it is nothing: the model, or the product, explains it all. */
const ROUNDING = 1e-18

export type Additivity = { readonly f: number; readonly df: number; readonly p: number }

/**
 * Tukey's one degree of freedom for non-additivity (gate G4, section 2.2), for any pattern of sheets: the product of
 * both effects as a covariate of the two-way model. Null where it cannot be tested: under two degrees of freedom, or
 * no effects to multiply, or sheets that the additive model fits exactly.
 */
export function tukeyTest(design: Design): Additivity | null {
  const model = twoWay(design)
  if (model.df < 2) return null
  const { adjusted, effects, residuals, rss } = fitTwoWay(model, design.y)
  if (rss === 0) return null
  const centre = adjusted.reduce((sum, score) => sum + score, 0) / adjusted.length
  const product = design.y.map(
    (_, s) =>
      ((adjusted[design.nomination[s] as number] as number) - centre) *
      (effects[design.juror[s] as number] as number),
  )
  const { residuals: free, rss: scatter } = fitTwoWay(model, product)
  if (scatter <= ROUNDING * product.reduce((sum, value) => sum + value * value, 0)) return null
  const along = residuals.reduce((sum, e, s) => sum + e * (free[s] as number), 0) ** 2 / scatter
  const df = model.df - 1
  const left = (rss - along) / df
  const f = left > ROUNDING * rss ? along / left : Infinity
  return { f, df, p: fUpper(f, 1, df) }
}

export type AgainstOthers = {
  readonly juror: string
  /** Nominations that somebody else judged too. */
  readonly common: number
  /** Of his scores on the others' mean; 1 for a shift only. Null under three nominations or without variation. */
  readonly slope: number | null
  /** Correlation with the others' mean, by the same rule. */
  readonly correlation: number | null
}

/** Each juror's scores against the mean of the others on the same nominations (sections 2.2 and 3.7). */
export function againstOthers(design: Design): readonly AgainstOthers[] {
  const sums = new Float64Array(design.nominations.length)
  design.y.forEach((y, s) => {
    const i = design.nomination[s] as number
    sums[i] = (sums[i] as number) + y
  })
  return design.jurors.map((juror, j) => {
    const pairs = Array.from(design.y).flatMap((y, s) => {
      const i = design.nomination[s] as number
      const others = (design.n[i] as number) - 1
      return design.juror[s] === j && others > 0
        ? [{ own: y, others: ((sums[i] as number) - y) / others }]
        : []
    })
    const [own, others] = [pairs.map((pair) => pair.own), pairs.map((pair) => pair.others)]
    const r = pairs.length < 3 ? null : correlation(own, others)
    return {
      juror,
      common: pairs.length,
      slope: r === null ? null : r * (deviation(own) / deviation(others)),
      correlation: r,
    }
  })
}

/** The standard deviation of a sample. */
export function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
