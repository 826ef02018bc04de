import { holdsGrant } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { pairKey, pairObstacles } from './assignment.ts'
import type { Pair, PairObstacle } from './assignment.ts'
import { readingRound } from './reading-round.ts'
import type { ReadingRoundReason, RoundFacts } from './reading-round.ts'

export type MoveFacts = RoundFacts & {
  readonly campaignId: string
  /** Pairs whose sheet is sealed or abstained: the reading is done and stays. */
  readonly done: readonly Pair[]
  readonly personOfSeat: ReadonlyMap<string, string>
}
export type MoveReason = PairObstacle | ReadingRoundReason | 'not-allowed' | 'not-assigned' | 'sheet-sealed'
export type MoveChange = {
  readonly removed: Pair | null
  readonly added: Pair | null
  /** Whoever is added reads in the second of two rounds, and owes a sheet of that one alone. */
  readonly isSecondRound: boolean
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

/** What the log says of one change: from whom, to whom, and of a second round which one it is. */
export const movedEntry = (
  campaignId: string,
  nominationId: string,
  move: { readonly from: string; readonly to: string; readonly isSecondRound: boolean },
): EntryDraft => ({
  act: 'assignmentMoved',
  subject: { type: 'nomination', id: nominationId },
  campaignId,
  facts: { from: move.from, to: move.to, ...(move.isSecondRound ? { round: 2 } : {}) },
})

/**
 * A manual change of readers by the secretariat: give a nomination to `to`, take it from `from`, or both at once, while
 * it is read: before and during the evaluation, and on the shortlist in a second round.
 * Refused: whatever the automatic proposal may not do either, and taking away a sheet that is sealed.
 */
export function moveAssignment(
  facts: MoveFacts,
  actor: Actor,
  move: { readonly nominationId: string; readonly from: string | null; readonly to: string | null },
): Result<MoveChange, MoveReason> {
  if (!holdsGrant(actor, 'secretariat', facts.campaignId)) return refuse('not-allowed')
  const round = readingRound(facts, move.nominationId)
  if (!round.ok) return round
  const { problem, assigned, isSecond } = round.value
  const removed = move.from === null ? null : { nominationId: move.nominationId, seatId: move.from }
  const added = move.to === null ? null : { nominationId: move.nominationId, seatId: move.to }
  if (removed && !assigned.some((pair) => pairKey(pair) === pairKey(removed))) return refuse('not-assigned')
  if (removed && facts.done.some((pair) => pairKey(pair) === pairKey(removed))) return refuse('sheet-sealed')
  const kept = assigned.filter((pair) => !removed || pairKey(pair) !== pairKey(removed))
  const [obstacle, ...others] = added ? pairObstacles(problem, kept, added) : []
  if (obstacle) return refuse(obstacle, { also: others })
  const personId = added && facts.personOfSeat.get(added.seatId)
  const notice = (to: string): NoticeDraft => ({
    name: 'assignment-ready',
    to: { personId: to },
    campaignId: facts.campaignId,
    facts: { files: 1 },
  })
  return ok({
    removed,
    added,
    isSecondRound: isSecond,
    entry: movedEntry(facts.campaignId, move.nominationId, {
      ...{ from: move.from ?? '', to: move.to ?? '', isSecondRound: isSecond },
    }),
    notices: personId ? [notice(personId)] : [],
  })
}
