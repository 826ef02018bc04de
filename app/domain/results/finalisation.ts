import type { Facts } from '../kernel/result.ts'
import { isEqual } from '../kernel/rational.ts'
import type { RankedNomination } from '../scoring/ranking.ts'

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
export type FinalisationBlocker = {
  readonly code: FinalisationCode
  readonly facts: Facts
  readonly target: Target
}

/** One nomination as the second computation (in SQL) sees it; score as `p/q`, rank null when unranked. */
export type ShadowLine = {
  readonly nominationId: string
  readonly score: string | null
  readonly rank: number | null
}
export type CategoryFinal = {
  readonly category: string
  readonly openSheets: number
  readonly undecidedSlots: readonly string[]
  readonly ranking: readonly RankedNomination[]
  /** The ranking that the jury saw and the minutes carry. */
  readonly recorded: readonly RankedNomination[]
  readonly shadow: readonly ShadowLine[] | null
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

/** The nominations on which the second computation differs from the domain's, to the last digit. */
export function shadowDifferences(
  ranking: readonly RankedNomination[],
  shadow: readonly ShadowLine[],
): readonly string[] {
  const known = new Map(shadow.map((line) => [line.nominationId, line]))
  const differing = ranking.filter((one) => {
    const line = known.get(one.nominationId)
    const exact = one.score ? exactText(one.score) : null
    return !line || line.rank !== one.rank || line.score !== exact
  })
  const ranked = new Set(ranking.map((one) => one.nominationId))
  const strangers = shadow.filter((line) => !ranked.has(line.nominationId))
  return [...differing, ...strangers].map((one) => one.nominationId).sort()
}
const exactText = ({ p, q }: { readonly p: bigint; readonly q: bigint }): string =>
  q === 1n ? `${p}` : `${p}/${q}`

function categoryBlockers(final: CategoryFinal): readonly FinalisationBlocker[] {
  const { category, openSheets, undecidedSlots, ranking, recorded, shadow } = final
  const at = (code: FinalisationCode, facts: Facts, screen: string): FinalisationBlocker => ({
    code,
    facts: { category, ...facts },
    target: { screen, id: category },
  })
  const differing = shadow ? shadowDifferences(ranking, shadow) : []
  return [
    ...(openSheets > 0 ? [at('sheets-open', { sheets: openSheets }, 'sheets')] : []),
    ...undecidedSlots.map((slot) => at('slot-undecided', { slot }, 'deliberation')),
    ...(isSameRanking(ranking, recorded) ? [] : [at('ranking-differs', {}, 'ranking')]),
    ...(shadow === null ? [at('shadow-tally-missing', {}, 'ranking')] : []),
    ...(differing.length > 0 ? [at('shadow-tally-differs', { nominations: differing }, 'ranking')] : []),
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
  ]
}
