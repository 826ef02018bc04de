import { ok } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Design } from '../statistics/design.ts'
import { FEWEST_JURORS } from '../statistics/juror-model.ts'
import { posteriorRanks } from '../statistics/posterior.ts'
import type { Posterior } from '../statistics/posterior.ts'
import { randomEffects } from '../statistics/random-effects.ts'
import type { RandomEffects } from '../statistics/random-effects.ts'
import { finalOf } from './rows.ts'
import type { Row } from './rows.ts'
import type { Fit } from './severity.ts'

/** Model M2 on the counted sheets and its draws of final scores; figures are by place in `design.nominations`. */
export type Modelled = {
  readonly design: Design
  readonly model: RandomEffects
  readonly drawn: Posterior
  /** The row of each nomination of the design. */
  readonly rows: readonly Row[]
}

/** Model M2 with jurors, which several figures rest on and which is found once. Refused: as the fit, too few sheets. */
export const bothRandom = (fitted: Result<Fit>): Result<RandomEffects> =>
  fitted.ok ? randomEffects(fitted.value.design, { jurors: true }) : fitted

/**
 * Nominations and jurors both random (section 2.5 of the scoring rules), with draws from the logged seed; fewer than
 * four jurors say nothing of how jurors vary, and the model is then that of nominations alone, and not `both`. Refused: as the fit, too
 * few sheets, sheets that do not tell nominations apart.
 */
export function modelledOf(
  rows: readonly Row[],
  fitted: Result<Fit>,
  both: Result<RandomEffects>,
  { places, seed }: { readonly places: number; readonly seed: number },
): Result<Modelled> {
  if (!fitted.ok) return fitted
  const { design } = fitted.value
  const model = design.jurors.length >= FEWEST_JURORS ? both : randomEffects(design, { jurors: false })
  if (!model.ok) return model
  const inDesign = design.nominations.flatMap((id) => rows.find((row) => row.nominationId === id) ?? [])
  const drawn = posteriorRanks(design, model.value, places, seed, {
    standing: (i, worth) => finalOf(inDesign[i] as Row, worth),
  })
  return drawn.ok ? ok({ design, model: model.value, drawn: drawn.value, rows: inDesign }) : drawn
}
