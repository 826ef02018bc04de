import { type itemOf, type Meeting, presidingSeat, withNomination } from '#app/adapters/db/meetings.ts'
import type { MotionRow } from '#app/adapters/db/motions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

type Item = NonNullable<ReturnType<typeof itemOf>>

type Sight = {
  /** The reader is recused from no finalist of the point. */
  readonly knowsAll: boolean
  readonly hidden: ReadonlySet<string>
  readonly known: ReadonlyMap<string, { readonly title: Localized }>
}

/** What was asked and counted names finalists: only for who may know of them all. The rest is that a vote is held. */
export function shownMotions(
  meeting: Meeting,
  actor: Actor,
  motions: readonly MotionRow[],
  item: Item,
  { knowsAll, hidden, known }: Sight,
) {
  return motions
    .filter((motion) => motion.itemId === item.row.id)
    .map(({ question, ...motion }) => {
      const about = motion.kind === 'flag' ? question.candidates.reduce(withNomination<Item>, item) : item
      const presides = presidingSeat(meeting, about)?.personId === actor.personId
      const asked = motion.kind === 'flag' ? (question.candidates[0] ?? '') : ''
      const isKnown = knowsAll && (motion.kind !== 'flag' || !hidden.has(asked))
      const title = known.get(asked)?.title
      const flag = isKnown && question.flag && title ? { title, ground: question.flag.ground } : null
      return { ...motion, presides, flag, result: isKnown ? motion.result : null }
    })
}
