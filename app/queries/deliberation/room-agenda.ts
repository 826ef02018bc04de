import type { Finalist, loadDecisions } from '#app/adapters/db/awards.ts'
import type { Meeting } from '#app/adapters/db/meetings.ts'

type Known = {
  readonly decisions: Awaited<ReturnType<typeof loadDecisions>>
  readonly titles: ReadonlyMap<string, Finalist>
  /** Files hidden from the reader. */
  readonly hidden: ReadonlySet<string>
  /** Categories of which the reader hears nothing yet. */
  readonly apart: ReadonlySet<string>
}

/** Every point of the meeting, with what became of it: of a category that is closed to the reader, that it was decided. */
export const roomAgenda = ({ items }: Meeting, { decisions, titles, hidden, apart }: Known) =>
  items.map(({ id, state, slotLabel, slotType, categoryName, category, slotCode }) => {
    const decision = apart.has(category)
      ? undefined
      : decisions.find((one) => one.category === category && one.slot === slotCode)
    return {
      ...{ id, state, slotLabel, slotType, categoryName, outcome: decision?.outcome ?? null },
      reason: decision?.reason ?? null,
      departs: decision?.departs ?? false,
      winners: (decision?.winners ?? [])
        .filter((one) => !hidden.has(one))
        .map((one) => titles.get(one)?.title ?? {}),
    }
  })
