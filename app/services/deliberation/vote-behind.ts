import type { RecordedDecision } from '#app/adapters/db/awards.ts'
import type { ItemRow } from '#app/adapters/db/deliberations.ts'
import type { MotionRow } from '#app/adapters/db/motions.ts'
import type { RankingRecord, VoteRecord } from '#app/domain/results/vote-record.ts'

/** The same papers without those who already won: a second place needs no second vote (scoring.md 6.2, step 7). */
function remaining(record: RankingRecord, taken: readonly string[]): RankingRecord | null {
  const candidates = record.candidates.filter((one) => !taken.includes(one))
  if (candidates.length < 2) return null
  const ahead = Object.fromEntries(
    candidates.map((a) => [
      a,
      Object.fromEntries(candidates.filter((b) => b !== a).map((b) => [b, record.ahead[a]?.[b] ?? 0])),
    ]),
  )
  return { candidates, papers: record.papers, ahead, runoff: null }
}

/** A ranking or a run-off in which a nomination stood that has been disqualified since: its totals say nothing any more. */
export const isOverturned = ({ kind, question }: MotionRow, disqualified: ReadonlySet<string>): boolean =>
  (kind === 'ranking' || kind === 'runoff') && question.candidates.some((one) => disqualified.has(one))

function rankingOf(motions: readonly MotionRow[]): RankingRecord | null {
  const at = motions.findLastIndex((motion) => motion.result?.kind === 'ranking')
  const found = motions[at]?.result
  if (found?.kind !== 'ranking') return null
  const runoff = motions.slice(at).findLast((motion) => motion.result?.kind === 'runoff')?.result
  return runoff?.kind === 'runoff' ? { ...found.ranking, runoff: runoff.runoff } : found.ranking
}

/** The totals that stand behind the decision of one slot, or null when nothing was voted for it. */
export function voteBehind(
  item: ItemRow,
  items: readonly ItemRow[],
  motions: readonly MotionRow[],
  decisions: readonly RecordedDecision[],
): { readonly vote: VoteRecord | null; readonly motionId: string | null } {
  const closed = motions.filter((motion) => motion.state === 'closed')
  // What was voted on a flag is no vote about the prize.
  const own = closed.filter((motion) => motion.itemId === item.id && motion.kind !== 'flag')
  const award = own.findLast((motion) => motion.result?.kind === 'award')?.result
  const sisters = items
    .filter((one) => one.category === item.category && one.id !== item.id)
    .map(({ id }) => id)
  const taken = decisions.filter((one) => one.category === item.category).flatMap((one) => one.winners)
  const earlier = rankingOf(closed.filter((motion) => sisters.includes(motion.itemId)))
  const ranking = rankingOf(own) ?? (earlier && remaining(earlier, taken))
  if (award === undefined && ranking === null) return { vote: null, motionId: null }
  const record = { award: award?.kind === 'award' ? award.award : null, ranking }
  return { vote: record, motionId: own.at(-1)?.id ?? null }
}
