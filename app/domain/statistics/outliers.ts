import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Design } from './design.ts'
import { studentUpperQuantile } from './numeric/distributions.ts'
import { fitTwoWay, leverages, twoWay } from './two-way.ts'

/** A leverage this near to 1 is 1. */
const NEARLY_ONE = 1e-9
const FAMILY_LEVEL = 0.05

export type SheetResiduals = {
  /** Externally studentised residual of each sheet in the order it was given; null where its leverage is 1. */
  readonly studentised: readonly (number | null)[]
  /** Degrees of freedom with the sheet left out. */
  readonly df: number
  /** |t| beyond which a sheet is flagged: Bonferroni over all sheets. */
  readonly limit: number
  readonly flagged: readonly boolean[]
}

/**
 * Unusual sheets (section 3.7): e/(σ_(ij) √(1 - h)), flagged beyond t at .05/(2N). Internal: the action is "please
 * confirm", never deletion. Refused: fewer than two degrees of freedom.
 */
export function sheetResiduals(design: Design): Result<SheetResiduals, 'no-degrees-of-freedom'> {
  const model = twoWay(design)
  const df = model.df - 1
  if (df < 1) return refuse('no-degrees-of-freedom', { df: model.df })
  const { residuals, rss } = fitTwoWay(model, design.y)
  const h = leverages(model)
  const studentised: (number | null)[] = []
  const N = design.y.length
  for (let s = 0; s < N; s += 1) {
    const [e, free] = [residuals[s] as number, 1 - (h[s] as number)]
    const left = free > NEARLY_ONE ? (rss - (e * e) / free) / df : 0
    studentised[design.place[s] as number] = left > 0 ? e / Math.sqrt(left * free) : null
  }
  const limit = studentUpperQuantile(FAMILY_LEVEL / (2 * N), df)
  return ok({ studentised, df, limit, flagged: studentised.map((t) => t !== null && Math.abs(t) > limit) })
}
