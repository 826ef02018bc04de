import type { Bundle, CategoryResult } from './bundle.ts'
import type { Report } from './report.ts'
import { sha256 } from './sha256.ts'
import { canonical } from './shape.ts'

/** What the lot of one nomination is: the hash of the public draw with its name. The smallest stands first. */
const lotOf = (category: string, nomination: string, { source, outcome }: Draw): string =>
  sha256(canonical({ domain: 'award.lot.v1', category, nomination, outcome, source }))
type Draw = { source: string; outcome: string }

/**
 * The order of the lot, drawn again from the public draw that the regulation names, or null where no lot was drawn or
 * none may be. An order without its draw, or from another draw than the one named before the call opened, fails.
 */
export function checkLot(bundle: Bundle, result: CategoryResult, report: Report): readonly string[] | null {
  const { lotOrder, draw, category } = result
  if (lotOrder === null && draw === null) return null
  const { lotNamed, lotSource } = bundle.rules
  if (!lotNamed) {
    report.fail('ranking', `${category}: lots were drawn, the regulation names no lot`)
    return null
  }
  if (lotOrder === null || draw === null || lotSource === null || draw.source !== lotSource) {
    report.fail('ranking', `${category}: the lot is not from the draw that the regulation names`)
    return null
  }
  const open = result.lines.filter((line) => line.opened).map(({ nomination }) => nomination)
  const drawn = open
    .map((nomination) => ({ nomination, lot: lotOf(category, nomination, draw) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ nomination }) => nomination)
  report.check(
    'ranking',
    drawn.join() === lotOrder.join(),
    `${category}: the lot drawn again from «${draw.outcome}»`,
    `${category}: the order of the lot is not what «${draw.outcome}» gives`,
  )
  return drawn
}
