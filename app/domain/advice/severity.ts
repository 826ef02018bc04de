import type { Result } from '../kernel/result.ts'
import type { Design } from '../statistics/design.ts'
import { adjustmentGates } from '../statistics/gates.ts'
import type { Scale } from '../statistics/gates.ts'
import type { JurorModel } from '../statistics/juror-model.ts'
import { jurorFigures } from '../statistics/unusual-jurors.ts'
import type { JurorFigures } from '../statistics/unusual-jurors.ts'
import { sheetResiduals } from '../statistics/outliers.ts'
import type { AdviceDocument, UnusualSheet, Withheld } from './advice.ts'
import { withheld } from './advice.ts'

export type Fit = { readonly design: Design; readonly model: JurorModel }
type SeverityFigures = {
  readonly severity: AdviceDocument['severity']
  readonly reserves: readonly Withheld[]
  readonly jurors: ReadonlyMap<string, JurorFigures>
}

/** The severity of the jurors behind the gates of section 2.2: the first closed gate is named, the others reserve. */
export function severityOf(fitted: Result<Fit>, scale: Scale): SeverityFigures {
  if (!fitted.ok) return { severity: withheld(fitted.reason), reserves: [], jurors: new Map() }
  const fit = fitted.value
  const gates = adjustmentGates(fit.design, 'unknown', scale)
  const closed = gates.find(({ state }) => state === 'closed')
  const reserves = gates
    .filter(({ state }) => state === 'warned' || state === 'undecided')
    .map(({ gate, facts }) => ({ because: gate, facts }))
  const figures = jurorFigures(fit.design, fit.model)
  const jurors = new Map(figures.map((one) => [one.juror, one]))
  if (closed) return { severity: withheld(closed.gate, closed.facts), reserves, jurors }
  const deviation = Math.sqrt(fit.model.varianceOfJurors)
  return { severity: { value: { deviation }, withheld: null }, reserves, jurors }
}

/** Sheets far from the additive model (section 3.7), largest first: the action is "please confirm". */
export function unusualSheets(fit: Fit | null): readonly UnusualSheet[] {
  const found = fit && sheetResiduals(fit.design)
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
