import type { Bundle, CategoryResult, CategoryRule, PlenaryEntry } from './bundle.ts'
import { times, upward, whole } from './fraction.ts'
import { ownRules } from './own-rules.ts'
import { recompute } from './recompute.ts'
import type { Report } from './report.ts'
import { sheetsOfFirstRound, sheetsOfResult } from './rounds.ts'
import { count } from './shape.ts'

const ABOUT = 'plenary'
const REASONS = ['readers-recused', 'readers-absent', 'readers-abstained', 'sheets-not-counted', 'other']

/** Where its sheets must be: in the result, unranked; or, of the first of two rounds, among those who did not advance. */
function placeFault({ lines, firstRound, finalists }: CategoryResult, entry: PlenaryEntry): string | null {
  const { nomination, reason, isFirstRound } = entry
  if (!REASONS.includes(reason)) return `is sent for ${reason}, which is no reason`
  if (!finalists.includes(nomination)) return 'is sent to the plenary and is not a finalist'
  const line = lines.find((one) => one.nomination === nomination)
  if (isFirstRound) {
    if (line) return 'is sent from the first round and stands in the result of the second'
    return firstRound?.stopped.includes(nomination) === true ? null : 'is of no first round'
  }
  if (!line) return 'is not in the result'
  return (line.fields['rank'] ?? null) === null && (line.fields['score'] ?? null) === null
    ? null
    : 'has an official score or a rank'
}

/** The counts as they are stated: fewer sheets than the rule asks of so many jurors. */
function countsFault({ rules }: Bundle, { nomination, fields }: PlenaryEntry): string | null {
  const [sheets, eligible, stated] = ['sheets', 'eligible', 'quorum'].map((key) =>
    count(fields[key], `${nomination} ${key}`),
  ) as [number, number, number]
  const quorum = Math.max(rules.minimumSheets, upward(times(rules.minimumShare, whole(eligible))))
  if (quorum !== stated) return `needs ${quorum} sheets, stated ${stated}`
  return sheets > 0 && sheets >= quorum ? `has its quorum: ${sheets} sheets for ${quorum}` : null
}

/** The same taken again from the opened sheets. */
function sheetsFault(
  bundle: Bundle,
  rule: CategoryRule,
  { nomination, fields, isFirstRound }: PlenaryEntry,
): string | null {
  const ruleOf = ownRules(bundle)
  const sheets = (isFirstRound ? sheetsOfFirstRound(bundle) : sheetsOfResult(bundle))
    .filter(({ record }) => record['nomination'] === nomination)
    .map((sheet) => ({ sheet, own: ruleOf(sheet, rule.code) ?? rule }))
  const found = recompute(bundle.rules, rule, nomination, sheets, count(fields['eligible'], nomination))
  if (found.values.length !== count(fields['sheets'], nomination))
    return `has ${found.values.length} sheets that count, stated ${String(fields['sheets'])}`
  return found.state === 'below_quorum' ? null : 'has its quorum and can be scored'
}

function faultOf(
  bundle: Bundle,
  result: CategoryResult,
  rule: CategoryRule,
  entry: PlenaryEntry,
): string | null {
  const misplaced = placeFault(result, entry)
  if (misplaced !== null || bundle.rules.level === 'L0') return misplaced
  return countsFault(bundle, entry) ?? (bundle.rules.level === 'L2' ? sheetsFault(bundle, rule, entry) : null)
}

/**
 * Nothing with a quorum was sent to the plenary, nothing that was sent is ranked, and no finalist is without an official score
 * but those that were sent.
 */
export function checkPlenary(bundle: Bundle, report: Report): void {
  for (const result of bundle.results) {
    const rule = bundle.rules.categories.get(result.category)
    if (!rule) continue
    const sent = new Set(result.plenary.map(({ nomination }) => nomination))
    if (sent.size < result.plenary.length)
      report.fail(ABOUT, `${result.category}: a nomination is sent twice`)
    for (const entry of result.plenary) {
      const fault = faultOf(bundle, result, rule, entry)
      report.check(
        ABOUT,
        fault === null,
        `${entry.nomination}: no official score, decided in plenary`,
        `${entry.nomination} ${fault}`,
      )
    }
    const scored = new Set(
      result.lines
        .filter(({ fields }) => typeof fields['score'] === 'string')
        .map(({ nomination }) => nomination),
    )
    for (const finalist of result.finalists.filter((one) => !scored.has(one) && !sent.has(one)))
      report.fail(ABOUT, `${finalist} is a finalist without a score and was not sent to the plenary`)
  }
}
