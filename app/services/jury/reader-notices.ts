import type { AssignmentFacts } from '#app/adapters/db/assignments.ts'
import type { Pair } from '#app/domain/jury/assignment.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import { inTwoLanguages } from '../in-two-languages.ts'

/** One letter per reader, whatever the number of files. */
export function readerNotices(facts: AssignmentFacts, fresh: readonly Pair[]): readonly NoticeDraft[] {
  return [...Map.groupBy(fresh, (pair) => pair.seatId)].flatMap(([seatId, files]): NoticeDraft[] => {
    const personId = facts.personOfSeat.get(seatId)
    if (!personId) return []
    const told = {
      ...inTwoLanguages('campaign', facts.campaignName),
      count: files.length,
      dueAt: facts.dueAt,
    }
    return [{ name: 'assignment-ready', to: { personId }, campaignId: facts.campaignId, facts: told }]
  })
}
