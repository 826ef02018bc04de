import type { Finalist } from '#app/adapters/db/awards.ts'
import { type itemOf, type Meeting, presidingSeat, withNomination } from '#app/adapters/db/meetings.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { FlagGround } from '#app/domain/deliberation/flag.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

/** One question that the plenary has to settle before it votes on anything else in the category. */
export type FlagShown = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly ground: FlagGround
  /** Each reason, with who raised it for whoever presides alone. */
  readonly reasons: readonly { readonly text: string; readonly by: string | null }[]
  /** The reader presides over this question: it may be the deputy where the chair is recused from the file. */
  readonly presides: boolean
}
type Item = NonNullable<ReturnType<typeof itemOf>>

export const flaggedIn = ({ flags }: Meeting, category: string): readonly string[] =>
  flags.filter((one) => one.category === category).map(({ nominationId }) => nominationId)

/** The open flags of the category of a point, by file and ground, without the files hidden from the reader. */
export function flagsOf(
  meeting: Meeting,
  actor: Actor,
  item: Item,
  known: ReadonlyMap<string, Finalist>,
  hidden: ReadonlySet<string>,
): readonly FlagShown[] {
  const open = meeting.flags.filter(
    ({ category, nominationId }) => category === item.row.category && !hidden.has(nominationId),
  )
  const asked = Map.groupBy(open, ({ nominationId, ground }) => `${nominationId} ${ground}`)
  return [...asked.values()].flatMap((flags): FlagShown[] => {
    const [first] = flags
    const found = first && known.get(first.nominationId)
    if (!first || !found) return []
    const { nominationId, ground } = first
    const presides = presidingSeat(meeting, withNomination(item, nominationId))?.personId === actor.personId
    const nameOf = (seatId: string): string | null =>
      presides ? (meeting.seats.find(({ id }) => id === seatId)?.name ?? null) : null
    return [
      {
        ...{ nominationId, ground, presides, reference: found.reference, title: found.title },
        reasons: flags.map(({ text, seatId }) => ({ text, by: nameOf(seatId) })),
      },
    ]
  })
}
