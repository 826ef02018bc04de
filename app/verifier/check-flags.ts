import type { Bundle, CategoryResult, FlagEntry } from './bundle.ts'
import { settledByVote } from './recount-vote.ts'
import type { Report } from './report.ts'
import { text } from './shape.ts'

const ABOUT = 'flags'

/** Whoever was disqualified by a vote stands nowhere in the result any more. */
function standsIn({ lines, finalists, plenary, firstRound }: CategoryResult, nomination: string): boolean {
  return (
    finalists.includes(nomination) ||
    lines.some((one) => one.nomination === nomination) ||
    plenary.some((one) => one.nomination === nomination) ||
    firstRound?.stopped.includes(nomination) === true
  )
}

function faultOf(bundle: Bundle, result: CategoryResult, { nomination, vote }: FlagEntry): string | null {
  const stated = text(vote['outcome'], 'vote outcome')
  // The level that states no counts leaves nothing to count again.
  const found = bundle.rules.level === 'L0' ? stated : settledByVote(vote, bundle.rules)
  if (found === null) return 'was held without its quorum, or counts more papers than people present'
  if (found !== stated) return `is stated ${stated}, its totals say ${found}`
  if (found === 'lifted') return nomination === null ? null : 'is lifted and names its nomination'
  if (nomination === null) return 'is upheld and names no nomination'
  const winners = bundle.decisions.flatMap((one) => one.winners)
  return standsIn(result, nomination) || winners.includes(nomination)
    ? `disqualified ${nomination}, which stands in the result`
    : null
}

/** Each vote of the plenary on a flag says what it decided, and whom it disqualified is out of the result. */
export function checkFlags(bundle: Bundle, report: Report): void {
  for (const result of bundle.results)
    for (const [at, entry] of result.flags.entries()) {
      const name = `${result.category}: vote ${at + 1} on a flag`
      const fault = faultOf(bundle, result, entry)
      report.check(ABOUT, fault === null, `${name}, ${String(entry.vote['outcome'])}`, `${name} ${fault}`)
    }
}
