import type { Bundle, CategoryResult, CategoryRule, Line } from './bundle.ts'
import { exact, rounded } from './fraction.ts'
import { carryFirstRound, checkStatedCarry } from './check-carried.ts'
import { checkPlaces } from './check-places.ts'
import { ownRules } from './own-rules.ts'
import { combined, recompute } from './recompute.ts'
import type { Computed } from './recompute.ts'
import { sheetsOfResult } from './rounds.ts'
import type { Report } from './report.ts'
import { count, countOrNull, text } from './shape.ts'

/** Recomputes every opened nomination of every category from the sheets and compares it with what is stated. */
export function checkResults(bundle: Bundle, report: Report): void {
  for (const code of bundle.rules.categories.keys()) {
    if (!bundle.results.some((result) => result.category === code))
      report.fail('results', `category ${code} has no results`)
  }
  for (const result of bundle.results) {
    const rule = bundle.rules.categories.get(result.category)
    checkFinalists(result, report)
    if (!rule) report.fail('results', `category ${result.category} is not in the regulation`)
    else if (bundle.rules.level !== 'L2') {
      report.pass(
        'results',
        `${result.category}: level ${bundle.rules.level} opens no sheet, scores cannot be recomputed`,
      )
      checkStatedCarry(bundle, result, report)
    } else checkCategory(bundle, result, rule, report)
  }
}

/** Whoever stood before the jury has a line, or was sent to the plenary, and is named once. */
function checkFinalists({ category, finalists, lines, plenary }: CategoryResult, report: Report): void {
  const known = new Set([...lines, ...plenary].map(({ nomination }) => nomination))
  const stray = finalists.find((one, at) => !known.has(one) || finalists.indexOf(one) !== at)
  if (stray !== undefined)
    report.fail('results', `${category}: the finalist ${stray} has no result, or is named twice`)
}

function checkCategory(bundle: Bundle, result: CategoryResult, rule: CategoryRule, report: Report): void {
  const open = result.lines.filter((line) => line.opened)
  const ruleOf = ownRules(bundle)
  const computed = open.map((line) => {
    const sheets = sheetsOfResult(bundle)
      .filter((sheet) => sheet.record['nomination'] === line.nomination)
      .map((sheet) => ({ sheet, own: ruleOf(sheet, rule.code) ?? rule }))
    return recompute(
      bundle.rules,
      rule,
      line.nomination,
      sheets,
      count(line.fields['eligible'], `${line.nomination} eligible`),
    )
  })
  checkCombining(bundle, result, computed, report)
  for (const one of computed) {
    if (one.state === 'below_quorum') continue
    // Trimming two sheets or fewer has no value; the wrong rule is reported above.
    one.score = combined(
      result.combining === 'trimmed' && one.values.length < 3 ? 'mean' : result.combining,
      one.values,
    )
  }
  carryFirstRound(bundle, result, computed, report)
  for (const line of open) {
    const one = computed.find((candidate) => candidate.nomination === line.nomination)
    if (one) checkLine(bundle, line, one, report)
  }
  checkCounts(bundle, result, report)
  checkPlaces(bundle, result, rule, computed, report)
}

/** Trimming only where each nomination with a score has sheets enough; closed ones count by their stated numbers. */
function checkCombining(
  bundle: Bundle,
  result: CategoryResult,
  computed: readonly Computed[],
  report: Report,
): void {
  const { aggregate, trimMinimum, minimumSheets } = bundle.rules
  const open = computed.filter((one) => one.state !== 'below_quorum').map((one) => one.values.length)
  const closed = result.lines
    .filter((line) => !line.opened)
    .map((line) => count(line.fields['sheets'], `${line.nomination} sheets`))
  const least = Math.max(trimMinimum, 3)
  const mayTrim = open.every((sheets) => sheets >= least)
  // Of a nomination that is not opened the quorum is unknown: with few sheets it may have had no score at all.
  const isUncertain = mayTrim && closed.some((sheets) => sheets < least && sheets >= minimumSheets)
  const expected = aggregate !== 'trimmed' || mayTrim ? aggregate : 'mean'
  const holds = result.combining === expected || (isUncertain && result.combining === 'mean')
  report.check(
    'aggregation',
    holds,
    `${result.category}: combined by ${result.combining}`,
    `${result.category}: combined by ${result.combining}, the regulation gives ${expected}`,
  )
}

function checkLine(bundle: Bundle, { nomination, fields }: Line, one: Computed, report: Report): void {
  const stated = (key: string): unknown => fields[key] ?? null
  const compare = (about: string, name: string, found: unknown, claimed: unknown): void =>
    report.check(
      about,
      found === claimed,
      `${nomination}: ${name} ${String(found)}`,
      `${nomination}: ${name} is ${String(found)}, stated ${String(claimed)}`,
    )
  compare('quorum', 'sheets', one.values.length, stated('sheets'))
  compare('quorum', 'quorum', one.quorum, stated('quorum'))
  compare('quorum', 'renormalised sheets', one.renormalised, stated('renormalised'))
  compare('quorum', 'excluded sheets', one.excluded, stated('excluded'))
  compare('quorum', 'state', one.state, stated('state'))
  compare('scores', 'score', one.score ? exact(one.score) : null, stated('score'))
  checkDisplay(
    bundle.rules.decimals,
    nomination,
    one,
    text(fields['display'], `${nomination} display`),
    report,
  )
}

/** The shown text is the exact score rounded to as many decimals as it shows, at least those of the rule, or p/q. */
function checkDisplay(
  decimals: number,
  nomination: string,
  one: Computed,
  shown: string,
  report: Report,
): void {
  const places = shown.includes('.') ? shown.length - shown.indexOf('.') - 1 : 0
  const expected =
    one.score === null
      ? ''
      : shown.includes('/')
        ? exact(one.score)
        : rounded(one.score, Math.max(places, decimals))
  report.check(
    'scores',
    shown === expected,
    `${nomination}: shown as ${shown || 'no score'}`,
    `${nomination}: shown as ${shown}, rounds to ${expected}`,
  )
}

/** Counted commitments per nomination are at least the sheets that count. */
function checkCounts(bundle: Bundle, result: CategoryResult, report: Report): void {
  for (const { nomination, opened, fields } of result.lines) {
    const listed = bundle.listed.filter(
      (row) => row.nomination === nomination && row.status === 'counted',
    ).length
    const stated =
      count(fields['sheets'], `${nomination} sheets`) + (countOrNull(fields['excluded'], nomination) ?? 0)
    if (listed < stated || (opened && listed !== stated))
      report.fail('quorum', `${nomination}: ${listed} sealed sheets are listed, ${stated} stated`)
  }
}
