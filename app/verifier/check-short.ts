import type { CategoryResult, CategoryRule } from './bundle.ts'
import { sheetsOf, type Told } from './matrix-sheets.ts'
import { recompute } from './recompute.ts'
import { countOrNull } from './shape.ts'

/**
 * The files sent to the plenary, taken again from every sheet of the matrix, also where the bundle opens none: too few of
 * them count. At the level that states no counts there is nothing to compare.
 */
export function checkShort(told: Told, { plenary }: CategoryResult, rule: CategoryRule): void {
  for (const { nomination, isFirstRound, fields } of plenary) {
    const eligible = countOrNull(fields['eligible'] ?? null, `${nomination} eligible`)
    if (eligible === null) continue
    const sheets = [...sheetsOf(told, rule, nomination, isFirstRound).values()]
    const found = recompute(told.bundle.rules, rule, nomination, sheets, eligible)
    told.report.check(
      'matrix',
      found.state === 'below_quorum' && found.values.length === fields['sheets'],
      `${nomination}: ${found.values.length} sheets that count, no official score`,
      `${nomination}: ${found.values.length} sheets that count give ${found.state}, it was sent to the plenary`,
    )
  }
}
