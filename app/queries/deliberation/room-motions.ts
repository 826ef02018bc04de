import { type itemOf, type Meeting, presidingSeat, withNomination } from '#app/adapters/db/meetings.ts'
import type { MotionRow } from '#app/adapters/db/motions.ts'
import type { Actor } from '#app/domain/access/actor.ts'

type Item = NonNullable<ReturnType<typeof itemOf>>

/** What was asked and counted names finalists: only for who may know of them all. The rest is that a vote is held. */
export function shownMotions(
  meeting: Meeting,
  actor: Actor,
  motions: readonly MotionRow[],
  item: Item,
  knowsAll: boolean,
) {
  return motions
    .filter((motion) => motion.itemId === item.row.id)
    .map(({ question, ...motion }) => {
      const about = motion.kind === 'flag' ? question.candidates.reduce(withNomination<Item>, item) : item
      const presides = presidingSeat(meeting, about)?.personId === actor.personId
      return { ...motion, presides, result: knowsAll ? motion.result : null }
    })
}
