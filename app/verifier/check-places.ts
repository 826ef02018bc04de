import type { Bundle, CategoryResult, CategoryRule, Line } from './bundle.ts'
import { checkLot } from './check-lot.ts'
import { orderNominations } from './order-nominations.ts'
import type { Place, StatedDuel } from './order-nominations.ts'
import type { Computed } from './recompute.ts'
import type { Report } from './report.ts'
import { count, countOrNull, object, text, texts } from './shape.ts'

function duelsOf(result: CategoryResult, report: Report): Map<string, StatedDuel> {
  const duels = new Map<string, StatedDuel>()
  for (const { nomination, opened, fields } of result.lines) {
    if (!opened || fields['headToHead'] === null || fields['headToHead'] === undefined) continue
    const duel = object(fields['headToHead'], `${nomination} headToHead`)
    const [common, forFirst, forSecond] = ['common', 'forFirst', 'forSecond'].map((key) =>
      count(duel[key], `${nomination} ${key}`),
    )
    duels.set(nomination, {
      common: common ?? 0,
      forFirst: forFirst ?? 0,
      forSecond: forSecond ?? 0,
      against: text(duel['against'], nomination),
    })
  }
  const open = new Set(result.lines.filter((line) => line.opened).map((line) => line.nomination))
  for (const [nomination, duel] of duels) {
    // The other side of a tie that is not opened says nothing; its own nominee can ask for it.
    if (!open.has(duel.against)) continue
    const other = duels.get(duel.against)
    const mirrored =
      other?.against === nomination &&
      other.forFirst === duel.forSecond &&
      other.forSecond === duel.forFirst &&
      other.common === duel.common
    if (!mirrored || duel.forFirst + duel.forSecond > duel.common)
      report.fail('ranking', `${nomination}: the head-to-head against ${duel.against} contradicts itself`)
  }
  return duels
}

/** Order and ties are recomputed among the opened; closed nominations can only push a rank down by their number. */
export function checkPlaces(
  bundle: Bundle,
  result: CategoryResult,
  rule: CategoryRule,
  computed: readonly Computed[],
  report: Report,
): void {
  const lots = checkLot(bundle, result, report)
  const found = orderNominations(
    rule,
    computed.filter((one) => one.state === 'ranked'),
    duelsOf(result, report),
    lots,
  )
  const closed = result.lines.filter((line) => !line.opened).length
  for (const line of result.lines.filter((one) => one.opened)) {
    const place = found.find((one) => one.nomination === line.nomination)
    const rank = countOrNull(line.fields['rank'], `${line.nomination} rank`)
    if (!place || rank === null) {
      report.check(
        'ranking',
        !place && rank === null,
        `${line.nomination}: no place`,
        `${line.nomination}: rank ${rank ?? 'none'}, found ${place?.rank ?? 'none'}`,
      )
      continue
    }
    checkPlace(line, place, rank, closed, report)
  }
  const holds = isInOrder(result, found)
  const said = closed > 0 ? `; ${closed} nominations are not opened` : ''
  report.check(
    'ranking',
    holds,
    `${result.category}: ${found.length} places in order${said}`,
    `${result.category}: the ranks are not in the order of the scores`,
  )
}

/** Equal places have equal ranks; between unequal ones lie at least as many ranks as places. */
function isInOrder(result: CategoryResult, found: readonly Place[]): boolean {
  const rankOf = (place: Place): number =>
    Number(result.lines.find((line) => line.nomination === place.nomination)?.fields['rank'])
  return found.every((place, at) => {
    const before = found[at - 1]
    if (!before) return true
    const [step, gap] = [place.rank - before.rank, rankOf(place) - rankOf(before)]
    return step === 0 ? gap === 0 : gap >= step
  })
}

function checkPlace(
  { nomination, fields }: Line,
  place: Place,
  rank: number,
  closed: number,
  report: Report,
): void {
  const inReach = rank >= place.rank && rank <= place.rank + closed
  report.check(
    'ranking',
    inReach,
    `${nomination}: rank ${rank}`,
    `${nomination}: rank ${place.rank}, stated ${rank}`,
  )
  if (closed > 0) return
  const tied = texts(fields['tiedWith'], `${nomination} tiedWith`)
  report.check(
    'ranking',
    tied.join() === place.tiedWith.join(),
    `${nomination}: ${tied.length} equal`,
    `${nomination}: ties differ`,
  )
  report.check(
    'ranking',
    fields['decidedBy'] === place.decidedBy,
    `${nomination}: decided by ${place.decidedBy}`,
    `${nomination}: decided by ${place.decidedBy}, stated ${String(fields['decidedBy'])}`,
  )
}
