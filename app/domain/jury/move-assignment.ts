import { holdsGrant } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { pairKey, pairObstacles } from './assignment.ts'
import type { AssignmentProblem, Pair, PairObstacle } from './assignment.ts'

export type MoveFacts = {
  readonly campaignId: string
  readonly phase: string
  readonly problem: AssignmentProblem
  readonly assigned: readonly Pair[]
  /** Pairs whose sheet is sealed or abstained: the reading is done and stays. */
  readonly done: readonly Pair[]
  readonly personOfSeat: ReadonlyMap<string, string>
}
export type MoveReason = PairObstacle | 'not-allowed' | 'phase-closed' | 'not-assigned' | 'sheet-sealed'
export type MoveChange = {
  readonly removed: Pair | null
  readonly added: Pair | null
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

/**
 * A manual change of readers by the secretariat: give a nomination to `to`, take it from `from`, or both at once.
 * Refused: whatever the automatic proposal may not do either, and taking away a sheet that is sealed.
 */
export function moveAssignment(
  facts: MoveFacts,
  actor: Actor,
  move: { readonly nominationId: string; readonly from: string | null; readonly to: string | null },
): Result<MoveChange, MoveReason> {
  if (!holdsGrant(actor, 'secretariat', facts.campaignId)) return refuse('not-allowed')
  if (facts.phase !== 'screening' && facts.phase !== 'evaluation')
    return refuse('phase-closed', { phase: facts.phase })
  const removed = move.from === null ? null : { nominationId: move.nominationId, seatId: move.from }
  const added = move.to === null ? null : { nominationId: move.nominationId, seatId: move.to }
  if (removed && !facts.assigned.some((pair) => pairKey(pair) === pairKey(removed)))
    return refuse('not-assigned')
  if (removed && facts.done.some((pair) => pairKey(pair) === pairKey(removed))) return refuse('sheet-sealed')
  const kept = facts.assigned.filter((pair) => !removed || pairKey(pair) !== pairKey(removed))
  const [obstacle, ...others] = added ? pairObstacles(facts.problem, kept, added) : []
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
    entry: {
      act: 'assignmentMoved',
      subject: { type: 'nomination', id: move.nominationId },
      campaignId: facts.campaignId,
      facts: { from: move.from ?? '', to: move.to ?? '' },
    },
    notices: personId ? [notice(personId)] : [],
  })
}
