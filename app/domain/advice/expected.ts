import type { Result } from '../kernel/result.ts'
import { expectedRanks } from '../statistics/expected-rank.ts'
import { worthCovariance } from '../statistics/posterior.ts'
import type { AdviceDocument, ExpectedRankFigure, Figure } from './advice.ts'
import { withheld } from './advice.ts'
import type { Modelled } from './modelled.ts'
import { finalOf, weightOfSheets } from './rows.ts'
import type { Row } from './rows.ts'
import { FEW_JURORS } from './severity.ts'

type Expected = {
  readonly each: readonly (ExpectedRankFigure | null)[]
  readonly figure: NonNullable<AdviceDocument['expected']>
}
const none = (rows: readonly Row[], figure: Figure<never>): Expected => ({
  each: rows.map(() => null),
  figure,
})

/**
 * The expected rank of each row under model M2, with the ranks between which nine draws of ten lie (section 4.2 of the
 * scoring rules). It corrects severity: it stays behind the same gates as the adjusted score. Under four jurors there is no
 * severity to correct, and the model is that of nominations alone. Advisory.
 */
export function expectedOf(
  rows: readonly Row[],
  modelled: Result<Modelled>,
  severity: AdviceDocument['severity'],
): Expected {
  if (severity.withheld && severity.withheld.because !== FEW_JURORS) return none(rows, severity)
  if (!modelled.ok) return none(rows, withheld(modelled.reason, modelled.facts))
  const { design, model, drawn, rows: inDesign } = modelled.value
  const weights = inDesign.map(weightOfSheets)
  const { size, cells } = worthCovariance(design, model)
  const ranks = expectedRanks(
    inDesign.map((row, i) => finalOf(row, model.mean + (model.nominations[i] ?? 0))),
    {
      size,
      cells: cells.map(
        (value, at) => value * (weights[Math.floor(at / size)] ?? 1) * (weights[at % size] ?? 1),
      ),
    },
  )
  if (!ranks.ok) return none(rows, withheld(ranks.reason, ranks.facts))
  return {
    each: rows.map((row) => {
      const at = design.nominations.indexOf(row.nominationId)
      const [found, interval] = [ranks.value[at], drawn.ninety[at]]
      return found && interval ? { ...found, low: interval[0], high: interval[1] } : null
    }),
    figure: { value: { draws: drawn.draws }, withheld: null },
  }
}
