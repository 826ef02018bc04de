import type { Bundle, CategoryResult, Decision, Rules } from './bundle.ts'
import { elected, isAwardedByVote, isPlausible, isWithheldByVote } from './recount-vote.ts'
import type { Report } from './report.ts'
import { countOrNull, object, text } from './shape.ts'

const REASONS = [
  'too_few_nominations',
  'insufficient_level',
  'single_candidate_not_conclusive',
  'irregularity',
]

/** Every slot of the regulation has one decision, allowed by it, and consistent with rank or with a recorded vote. */
export function checkDecisions(bundle: Bundle, report: Report): void {
  for (const [code, rule] of bundle.rules.categories) {
    const result = bundle.results.find((one) => one.category === code)
    const taken: string[] = []
    for (const slot of rule.slots) {
      const name = text(slot['code'], `${code} slot`)
      const decisions = bundle.decisions.filter((one) => one.category === code && one.slot === name)
      const [decision] = decisions
      if (!decision || decisions.length > 1) {
        report.fail('decisions', `${code}/${name}: ${decisions.length} decisions`)
        continue
      }
      const problem = problemOf(
        decision,
        slot['mayBeShared'] === true ? (slot['sharedAcross'] === true ? 1 : 2) : null,
        slot['mayBeWithheld'] === true,
        taken,
        result,
        bundle.rules,
      )
      report.check(
        'decisions',
        problem === null,
        `${code}/${name}: ${decision.outcome}, consistent`,
        `${code}/${name}: ${problem}`,
      )
      taken.push(...decision.winners)
    }
  }
  const known = bundle.decisions.filter((one) =>
    bundle.rules.categories.get(one.category)?.slots.some((slot) => slot['code'] === one.slot),
  )
  if (known.length !== bundle.decisions.length)
    report.fail('decisions', 'a decision is about a prize that the regulation does not have')
}

function problemOf(
  decision: Decision,
  /** How many winners share it at least; null when it may not be shared. */
  leastShared: number | null,
  mayBeWithheld: boolean,
  taken: readonly string[],
  result: CategoryResult | undefined,
  rules: Rules,
): string | null {
  const { outcome, winners, reason } = decision
  if (outcome === 'withheld') return withheldProblem(decision, mayBeWithheld, taken, result, rules)
  if (outcome !== 'awarded' && outcome !== 'shared') return `unknown outcome ${outcome}`
  if (outcome === 'shared' && leastShared === null) return 'shared although the regulation does not allow it'
  if (outcome === 'shared' ? winners.length < (leastShared ?? 2) : winners.length !== 1)
    return `${winners.length} winners for a prize ${outcome}`
  if (reason !== null) return 'a reason for withholding on a prize that is given'
  for (const winner of winners) {
    if (!result?.finalists.includes(winner)) return `the winner ${winner} is not a finalist`
    const line = result.lines.find((one) => one.nomination === winner)
    if (!line && !isInPlenary(result, winner)) return `the winner ${winner} is not a finalist`
    if (!isInPlenary(result, winner) && countOrNull(line?.fields['rank'] ?? null, `${winner} rank`) === null)
      return `the winner ${winner} has no place`
    if (taken.includes(winner)) return `the winner ${winner} already has a prize of this category`
  }
  if (!departs(result, taken, winners)) return null
  if (isSoleChoice(decision, taken, result, rules)) return null
  const ranking = decision.vote?.['ranking']
  if (ranking === null || ranking === undefined) return 'departs from the ranking without a recorded vote'
  const record = object(ranking, 'vote ranking')
  if (!isPlausible(record)) return 'its vote counts more papers than were cast'
  const chosen = [...elected(record)].sort().join()
  return chosen === [...winners].sort().join()
    ? null
    : 'departs from the ranking and its recorded vote elects somebody else'
}

const isInPlenary = (result: CategoryResult | undefined, nomination: string): boolean =>
  result?.plenary.some((one) => one.nomination === nomination) === true

/** With nobody left to rank beside it, a file of the plenary wins by the vote that the prize is awarded. */
function isSoleChoice(
  { winners, vote }: Decision,
  taken: readonly string[],
  result: CategoryResult | undefined,
  rules: Rules,
): boolean {
  const remaining = (result?.finalists ?? []).filter((one) => !taken.includes(one))
  const award = vote?.['award']
  if (remaining.length !== 1 || remaining.join() !== winners.join() || !award) return false
  return isAwardedByVote(object(award, 'vote award'), rules)
}

function withheldProblem(
  { winners, reason, vote }: Decision,
  mayBeWithheld: boolean,
  taken: readonly string[],
  result: CategoryResult | undefined,
  rules: Rules,
): string | null {
  if (!mayBeWithheld) return 'withheld although the regulation does not allow it'
  if (winners.length > 0) return 'withheld and given at once'
  if (reason === null || !REASONS.includes(reason)) return 'withheld without a coded reason'
  const remaining = (result?.finalists ?? []).filter((one) => !taken.includes(one))
  if (remaining.length === 0) return null
  const award = vote?.['award']
  if (award === null || award === undefined) return 'withheld without a recorded vote'
  return isWithheldByVote(object(award, 'vote award'), rules.presentShare)
    ? null
    : 'withheld without the absolute majority it needs'
}

/** Somebody free stands before or beside a winner, or the winners are of unequal rank. */
function departs(
  result: CategoryResult | undefined,
  taken: readonly string[],
  winners: readonly string[],
): boolean {
  const ranks = new Map(
    (result?.lines ?? []).flatMap(({ nomination, fields }) =>
      typeof fields['rank'] === 'number' ? [[nomination, fields['rank']] as const] : [],
    ),
  )
  // Without a rank there is nothing but the vote.
  if (winners.some((winner) => isInPlenary(result, winner))) return true
  const won = winners.map((winner) => ranks.get(winner) ?? Infinity)
  const worst = Math.max(...won)
  if (won.some((rank) => rank !== worst)) return true
  return [...ranks].some(
    ([nomination, rank]) => !taken.includes(nomination) && !winners.includes(nomination) && rank <= worst,
  )
}
