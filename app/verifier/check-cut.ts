import type { CategoryResult, CategoryRule } from './bundle.ts'
import { sheetsOf, type Told } from './matrix-sheets.ts'
import { order } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { combined, recompute } from './recompute.ts'
import { count } from './shape.ts'

const NOTHING: Fraction = [0n, 1n]

/**
 * The cut of the first of two rounds, taken again from every sheet of it: also of those who did not advance, of whom the
 * bundle says no score. Each sheet is judged by the version of the rules that it was sealed under.
 */
export function checkCut(told: Told, result: CategoryResult, rule: CategoryRule): void {
  const { firstRound: round, category } = result
  const { bundle, eligible, report } = told
  if (round === null) return
  const all = [...round.advanced, ...round.stopped]
  const unknown = all.filter((nomination) => !eligible.has(nomination))
  for (const nomination of unknown)
    report.fail(
      'matrix',
      `${nomination}: the matrix does not say how many jurors could judge it in the first round`,
    )
  for (const { nomination, fields } of round.lines) {
    const [stated, known] = [fields['eligible'], eligible.get(nomination)]
    if (stated === undefined || known === undefined || count(stated, nomination) === known) continue
    report.fail(
      'matrix',
      `${nomination}: ${known} jurors could judge it in the first round, the bundle states ${String(stated)}`,
    )
  }
  const scored = all.flatMap((nomination) => {
    const sheets = [...sheetsOf(told, rule, nomination, true).values()]
    const found = recompute(bundle.rules, rule, nomination, sheets, eligible.get(nomination) ?? 0)
    if (found.state !== 'ranked') return []
    const isTrimmed = round.combining === 'trimmed' && found.values.length < 3
    return [{ nomination, score: combined(isTrimmed ? 'mean' : round.combining, found.values) }]
  })
  const isIn = new Set(round.advanced)
  const [within, without] = [
    scored.filter(({ nomination }) => isIn.has(nomination)),
    scored.filter(({ nomination }) => !isIn.has(nomination)),
  ]
  // Whoever equals the last who advanced advances too; those who left since have held a place that nobody else took.
  const lowest = within.map(({ score }) => score).sort(order)[0] ?? NOTHING
  const holds =
    within.length === round.advanced.length &&
    without.every(({ score }) => order(score, lowest) < 0) &&
    within.filter(({ score }) => order(score, lowest) > 0).length < round.places &&
    (without.length === 0 || within.length + round.left.length >= round.places)
  report.check(
    'matrix',
    holds,
    `${category}: the cut of the first round taken again, ${within.length} of ${scored.length} scored advance`,
    `${category}: the cut of the first round is not what its sheets give`,
  )
}
