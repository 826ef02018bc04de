import type { Bundle, CategoryResult, Line } from './bundle.ts'
import { exact, fraction, plus, times, type Fraction } from './fraction.ts'
import type { Computed } from './recompute.ts'
import type { Report } from './report.ts'
import { textOrNull } from './shape.ts'

const isCarried = ({ rules }: Bundle): boolean => rules.firstRoundShare[0] !== 0n

/** Share times the first round and the rest times the second; null when the bundle says no first round of it. */
function finalOf(
  bundle: Bundle,
  result: CategoryResult,
  nomination: string,
  second: Fraction,
): Fraction | null {
  const first = result.firstRound?.lines.find((line) => line.nomination === nomination)
  if (!first) return null
  const [n, d] = bundle.rules.firstRoundShare
  return plus(times([n, d], fraction(first.score)), times([d - n, d], second))
}

/**
 * Where the rules carry the first round over, puts the final score in the place of what the sheets of the second give
 * alone. The first round's score is the stated one, which `checkFirstRound` takes from its own sheets again.
 */
export function carryFirstRound(
  bundle: Bundle,
  result: CategoryResult,
  computed: readonly Computed[],
  report: Report,
): void {
  for (const one of computed) {
    const stated = result.lines.find(({ nomination }) => nomination === one.nomination)?.fields['secondRound']
    const alone = isCarried(bundle) && one.score ? exact(one.score) : null
    if ((stated ?? null) !== alone)
      report.fail(
        'carried',
        `${one.nomination}: the second round gives ${alone ?? 'nothing to carry'}, stated ${String(stated ?? 'nothing')}`,
      )
    if (!isCarried(bundle) || one.score === null) continue
    const final = finalOf(bundle, result, one.nomination, one.score)
    if (final) report.pass('carried', `${one.nomination}: the first round carried over, ${exact(final)}`)
    else report.fail('carried', `${one.nomination}: no score of the first round to carry over`)
    one.score = final ?? one.score
  }
}

/** Of a level that opens no sheet: the two rounds that are stated give the score that is stated. */
export function checkStatedCarry(bundle: Bundle, result: CategoryResult, report: Report): void {
  if (!isCarried(bundle)) return
  for (const { nomination, fields } of result.lines.filter((line: Line) => line.opened)) {
    const second = textOrNull(fields['secondRound'] ?? null, `${nomination} secondRound`)
    const final = second === null ? null : finalOf(bundle, result, nomination, fraction(second))
    const score = textOrNull(fields['score'] ?? null, `${nomination} score`)
    report.check(
      'carried',
      (final && exact(final)) === score,
      `${nomination}: ${score ?? 'no score'} from both rounds`,
      `${nomination}: both rounds give ${final ? exact(final) : 'no score'}, stated ${score ?? 'none'}`,
    )
  }
}
