import type { Result } from '../kernel/result.ts'
import type { PanelFigures } from './advice.ts'
import { driftOf, interestOf } from './panel-behaviour.ts'
import { haloOf } from './panel-halo.ts'
import { intraclassOf } from './panel-intraclass.ts'
import { fleissOf, kappaOf } from './panel-kappa.ts'
import { ordinalOf } from './panel-ordinal.ts'
import { identicalOf, quickOf } from './panel-shares.ts'
import type { AdviceInput, Row } from './rows.ts'
import type { Fit } from './severity.ts'

/** The figures of section 3 for whoever presides, each with its interval or what closes it. */
export function panelOf(
  rows: readonly Row[],
  columns: readonly string[],
  fitted: Result<Fit>,
  input: AdviceInput,
): PanelFigures {
  const { rubric } = input.rule
  return {
    intraclass: intraclassOf(rows, columns, input.seed),
    ordinal: ordinalOf(rows, columns, rubric, input.seed),
    kappa: kappaOf(rows, columns, rubric),
    fleiss: fleissOf(rows, input),
    drift: driftOf(rows, fitted, input.marks),
    halo: haloOf(rows, rubric, input.seed),
    interest: interestOf(rows, fitted, input),
    identical: identicalOf(rows, columns, rubric),
    quick: quickOf(rows, columns, input.marks),
  }
}
