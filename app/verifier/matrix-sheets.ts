import type { Bundle, CategoryRule } from './bundle.ts'
import type { MatrixRow } from './matrix.ts'
import { ownRules } from './own-rules.ts'
import type { OwnSheet } from './recompute.ts'
import type { Report } from './report.ts'

/** The matrix beside the bundle that it must bear out. */
export type Told = {
  readonly bundle: Bundle
  readonly rows: readonly MatrixRow[]
  readonly eligible: ReadonlyMap<string, number>
  readonly report: Report
}

/** Each juror's sheet for a nomination, with the rule it was sealed under; a rubric that is not known is a failure of its own. */
export function sheetsOf(
  { bundle, rows }: Told,
  rule: CategoryRule,
  nomination: string,
  isFirstRound = false,
): Map<string, OwnSheet> {
  const ruleOf = ownRules(bundle)
  const opened = new Map(bundle.sheets.map((sheet) => [sheet.commitment, sheet]))
  const found = new Map<string, OwnSheet>()
  for (const row of rows.filter(
    (one) => one.nomination === nomination && one.isFirstRound === isFirstRound,
  )) {
    const record = { nomination, levels: row.levels, rubric: row.rubric }
    const sheet = opened.get(row.commitment) ?? { commitment: row.commitment, salt: '', record }
    found.set(row.juror, { own: ruleOf(sheet, rule.code) ?? rule, sheet })
  }
  return found
}
