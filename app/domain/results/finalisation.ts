import type { Facts } from '../kernel/result.ts'
import { isEqual } from '../kernel/rational.ts'
import type { RankedNomination } from '../scoring/ranking.ts'
import { tallyDifferences } from './shadow-tally.ts'
import type { TallyDifference, TallyLine } from './shadow-tally.ts'

/** Where a blocker is cleared: a symbolic place, made a link by the routes. */
export type Target = { readonly screen: string; readonly id: string | null }
export type FinalisationCode =
  | 'sheets-open'
  | 'slot-undecided'
  | 'session-open'
  | 'minutes-unsigned'
  | 'minutes-missing'
  | 'ranking-differs'
  | 'shadow-tally-missing'
  | 'shadow-tally-differs'
  | 'corrections-open'
  | 'appeals-open'
  | 'disqualifications-open'
  | 'flags-open'
export type FinalisationBlocker = {
  readonly code: FinalisationCode
  readonly facts: Facts
  readonly target: Target
  /** Where the two computations part, for `shadow-tally-differs`. */
  readonly differences?: readonly TallyDifference[]
}

export type CategoryFinal = {
  readonly category: string
  readonly openSheets: number
  readonly undecidedSlots: readonly string[]
  readonly ranking: readonly RankedNomination[]
  /** The ranking that the jury saw and the minutes carry. */
  readonly recorded: readonly RankedNomination[]
  readonly official: readonly TallyLine[]
  readonly shadow: readonly TallyLine[] | null
}
export type FinalisationFacts = {
  readonly categories: readonly CategoryFinal[]
  readonly sessions: readonly {
    readonly id: string
    readonly closed: boolean
    readonly minutes: 'missing' | 'unsigned' | 'signed'
  }[]
  readonly openCorrections: number
  readonly openAppeals: number
  /** Disqualifications that wait for their second hand. */
  readonly openDisqualifications: number
  /** Nominations that a flag still suspends. */
  readonly openFlags: number
}

/** Whether two rankings say the same of every nomination: rank, exact score, state. */
export function isSameRanking(a: readonly RankedNomination[], b: readonly RankedNomination[]): boolean {
  if (a.length !== b.length) return false
  return a.every((one) => {
    const other = b.find((candidate) => candidate.nominationId === one.nominationId)
    if (!other || other.rank !== one.rank || other.state !== one.state) return false
    return one.score && other.score ? isEqual(one.score, other.score) : one.score === other.score
  })
}

function categoryBlockers(final: CategoryFinal): readonly FinalisationBlocker[] {
  const { category, openSheets, undecidedSlots, ranking, recorded, official, shadow } = final
  const at = (code: FinalisationCode, facts: Facts, screen: string): FinalisationBlocker => ({
    code,
    facts: { category, ...facts },
    target: { screen, id: category },
  })
  const differences = shadow ? tallyDifferences(official, shadow) : []
  const nominations = [...new Set(differences.map((one) => one.nominationId))]
  return [
    ...(openSheets > 0 ? [at('sheets-open', { sheets: openSheets }, 'sheets')] : []),
    ...undecidedSlots.map((slot) => at('slot-undecided', { slot }, 'deliberation')),
    ...(isSameRanking(ranking, recorded) ? [] : [at('ranking-differs', {}, 'ranking')]),
    ...(shadow === null ? [at('shadow-tally-missing', {}, 'ranking')] : []),
    ...(differences.length > 0
      ? [{ ...at('shadow-tally-differs', { nominations }, 'ranking'), differences }]
      : []),
  ]
}

/** Everything that stands between the decisions and their release (product.md sections 4 and 10). Empty: the gate is open. */
export function finalisationBlockers(facts: FinalisationFacts): readonly FinalisationBlocker[] {
  const sessions = facts.sessions.flatMap(({ id, closed, minutes }): readonly FinalisationBlocker[] => [
    ...(closed ? [] : [{ code: 'session-open' as const, facts: {}, target: { screen: 'deliberation', id } }]),
    ...(minutes === 'signed'
      ? []
      : [{ code: `minutes-${minutes}` as const, facts: {}, target: { screen: 'minutes', id } }]),
  ])
  const open = (code: FinalisationCode, count: number, screen: string): readonly FinalisationBlocker[] =>
    count > 0 ? [{ code, facts: { count }, target: { screen, id: null } }] : []
  return [
    ...facts.categories.flatMap(categoryBlockers),
    ...sessions,
    ...open('corrections-open', facts.openCorrections, 'corrections'),
    ...open('appeals-open', facts.openAppeals, 'appeals'),
    ...open('disqualifications-open', facts.openDisqualifications, 'disqualifications'),
    ...open('flags-open', facts.openFlags, 'flags'),
  ]
}
