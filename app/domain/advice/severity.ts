import type { Result } from '../kernel/result.ts'
import type { Design } from '../statistics/design.ts'
import { adjustmentGates } from '../statistics/gates.ts'
import type { AssignmentBasis, Scale } from '../statistics/gates.ts'
import { FEWEST_JURORS } from '../statistics/juror-model.ts'
import type { JurorModel } from '../statistics/juror-model.ts'
import { jurorFigures } from '../statistics/unusual-jurors.ts'
import type { JurorFigures } from '../statistics/unusual-jurors.ts'
import { sheetFlags } from '../statistics/outliers.ts'
import type { AdviceDocument, UnusualSheet, Withheld } from './advice.ts'
import { withheld } from './advice.ts'

export type Fit = { readonly design: Design; readonly model: JurorModel }
type SeverityFigures = {
  readonly severity: AdviceDocument['severity']
  readonly reserves: readonly Withheld[]
  readonly jurors: ReadonlyMap<string, JurorFigures>
}

/** Why severity is not told of fewer than four jurors: the model takes it as nought, which nobody has found (section 2.5). */
export const FEW_JURORS = 'severity-few-jurors'

/** Where everybody judged everything, nobody's wishes or field decided who judged what (gate G5). */
const basisOf = ({ y, nominations, jurors }: Design): AssignmentBasis =>
  y.length === nominations.length * jurors.length ? 'balanced' : 'unknown'

/** Draws of model M2 between panels that no sheet links rest on panels that could be exchanged: to be said (section 2.5). */
const panelsReserve = ({ model }: Fit): readonly Withheld[] =>
  model.restsOnExchangeablePanels ? [{ because: 'panels', facts: {} }] : []

/**
 * The severity of the jurors behind the gates of section 2.2: the first closed gate is named; those that warn or cannot be
 * decided are reserves of the figure, and there are none of a figure that is not shown.
 */
export function severityOf(fitted: Result<Fit>, scale: Scale): SeverityFigures {
  if (!fitted.ok) return { severity: withheld(fitted.reason), reserves: [], jurors: new Map() }
  const fit = fitted.value
  const jurors = new Map(jurorFigures(fit.design, fit.model).map((one) => [one.juror, one]))
  const without = (severity: AdviceDocument['severity']): SeverityFigures => ({
    ...{ severity, jurors },
    reserves: panelsReserve(fit),
  })
  const gates = adjustmentGates(fit.design, basisOf(fit.design), scale)
  const closed = gates.find(({ state }) => state === 'closed')
  if (closed) return without(withheld(closed.gate, closed.facts))
  if (fit.design.jurors.length < FEWEST_JURORS) return without(withheld(FEW_JURORS, { least: FEWEST_JURORS }))
  const deviation = Math.sqrt(fit.model.varianceOfJurors)
  return {
    severity: { value: { deviation }, withheld: null },
    reserves: gates
      .filter(({ state }) => state !== 'open')
      .map((gate) => ({ because: gate.gate, facts: gate.facts })),
    jurors,
  }
}

/**
 * Sheets far from the additive model (section 3.7), largest first, by a spread that follows the quality of what is judged
 * once there are sheets enough to see it: the action is "please confirm".
 */
export function unusualSheets(fit: Fit | null): readonly UnusualSheet[] {
  const found = fit && sheetFlags(fit.design)
  if (!found?.ok) return []
  const { flagged, studentised } = found.value
  const sheetAt = new Map(Array.from(fit?.design.place ?? [], (place, at) => [place, at]))
  return flagged
    .flatMap((is, place): UnusualSheet[] => {
      const at = sheetAt.get(place)
      const residual = studentised[place] ?? null
      if (!is || at === undefined || residual === null || fit === null) return []
      const nominationId = fit.design.nominations[fit.design.nomination[at] as number] as string
      const seatId = fit.design.jurors[fit.design.juror[at] as number] as string
      return [{ nominationId, seatId, residual }]
    })
    .sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual))
}
