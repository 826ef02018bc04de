import type { Bundle, CategoryResult, CategoryRule, FirstRound } from './bundle.ts'
import { exact, fraction, order } from './fraction.ts'
import { ownRules } from './own-rules.ts'
import { combined, recompute } from './recompute.ts'
import type { Report } from './report.ts'
import { sheetsOfFirstRound } from './rounds.ts'
import { count } from './shape.ts'

const ABOUT = 'first-round'

/** A round is stated where the regulation holds two, and nowhere else; its cut is the regulation's. */
function checkStated(bundle: Bundle, { category, firstRound }: CategoryResult, report: Report): void {
  const { secondRoundPlaces: places } = bundle.rules
  report.check(
    ABOUT,
    (firstRound?.places ?? null) === places,
    `${category}: the first ${places ?? 0} advance, as the regulation says`,
    `${category}: ${firstRound?.places ?? 'no'} places to advance are stated, the regulation gives ${places ?? 'one round'}`,
  )
}

/** Whoever is in the result advanced, whoever advanced is in the result, and nobody is on both lists or twice on one. */
function checkWho({ category, lines }: CategoryResult, round: FirstRound, report: Report): void {
  const all = [...round.advanced, ...round.stopped, ...round.left]
  const judged = lines.map(({ nomination }) => nomination).sort()
  report.check(
    ABOUT,
    new Set(all).size === all.length && judged.join() === [...round.advanced].sort().join(),
    `${category}: ${round.advanced.length} advanced, ${round.stopped.length} did not`,
    `${category}: the nominations of the result are not those that advanced`,
  )
}

/** Whoever did not advance has no sheet that counts. */
function checkListed(bundle: Bundle, { category }: CategoryResult, round: FirstRound, report: Report): void {
  const stopped = new Set(round.stopped)
  const counted = bundle.listed.filter((row) => row.status === 'counted' && stopped.has(row.nomination ?? ''))
  report.check(
    ABOUT,
    counted.length === 0,
    `${category}: no sheet of those who did not advance is counted`,
    `${category}: sheet ${counted[0]?.commitment.slice(0, 12)} is counted, its nomination did not advance`,
  )
}

/** Equal scores share a place, a higher score has a better one, and no place lies beyond the cut. */
function checkPlaces({ category }: CategoryResult, round: FirstRound, report: Report): void {
  const wrong = round.lines.filter((line) =>
    round.lines.some((other) => {
      const better = order(fraction(line.score), fraction(other.score))
      return better === 0 ? line.place !== other.place : better > 0 && line.place >= other.place
    }),
  )
  const beyond = round.lines.filter((line) => line.place > round.places)
  report.check(
    ABOUT,
    wrong.length === 0 && beyond.length === 0,
    `${category}: the places of the opened nominations are in the order of their scores, within the cut`,
    `${category}: ${[...wrong, ...beyond][0]?.nomination}: its place in the first round is not that of its score, or lies beyond the cut`,
  )
}

/** Recomputes each opened nomination from its opened sheets of that round. */
function checkScores(
  bundle: Bundle,
  result: CategoryResult,
  rule: CategoryRule,
  round: FirstRound,
  report: Report,
): void {
  const ruleOf = ownRules(bundle)
  const stated = round.lines.map(({ nomination }) => nomination).sort()
  const opened = result.lines.filter(({ opened: isOpen }) => isOpen).map(({ nomination }) => nomination)
  if (stated.join() !== opened.sort().join())
    report.fail(ABOUT, `${rule.code}: the opened nominations are not those whose first round is stated`)
  for (const line of round.lines) {
    const sheets = sheetsOfFirstRound(bundle)
      .filter(({ record }) => record['nomination'] === line.nomination)
      .map((sheet) => ({ sheet, own: ruleOf(sheet, rule.code) ?? rule }))
    const eligible = count(line.fields['eligible'], `${line.nomination} first round`)
    const found = recompute(bundle.rules, rule, line.nomination, sheets, eligible)
    const isTrimmed = round.combining === 'trimmed' && found.values.length < 3
    const score =
      found.state === 'ranked'
        ? exact(combined(isTrimmed ? 'mean' : round.combining, found.values))
        : found.state
    report.check(
      ABOUT,
      score === line.score && found.values.length === count(line.fields['sheets'], line.nomination),
      `${line.nomination}: advanced with ${score} from ${found.values.length} sheets`,
      `${line.nomination}: the first round gives ${score} from ${found.values.length} sheets, stated ${line.score}`,
    )
  }
  const { aggregate } = bundle.rules
  const isRule = round.combining === aggregate || (aggregate === 'trimmed' && round.combining === 'mean')
  report.check(
    ABOUT,
    round.lines.length === 0 || isRule,
    `${rule.code}: combined by ${round.combining}`,
    `${rule.code}: the first round is combined by ${round.combining}, the regulation gives ${aggregate}`,
  )
}

/**
 * The first of two rounds. The scores of those who are not opened are not published, so that the cut itself is borne out
 * by the commitments and by the second computation when it was taken; of the opened ones everything is taken again.
 */
export function checkFirstRound(bundle: Bundle, report: Report): void {
  for (const result of bundle.results) {
    const { firstRound: round } = result
    const rule = bundle.rules.categories.get(result.category)
    if (round === null && bundle.rules.secondRoundPlaces === null) continue
    checkStated(bundle, result, report)
    if (round === null || !rule) continue
    checkWho(result, round, report)
    checkListed(bundle, result, round, report)
    checkPlaces(result, round, report)
    if (bundle.rules.level === 'L2') checkScores(bundle, result, rule, round, report)
  }
}
