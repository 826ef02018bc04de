import type { Finalist } from '#app/adapters/db/awards.ts'
import type { Meeting } from '#app/adapters/db/meetings.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { PlenaryReason } from '#app/domain/scoring/plenary.ts'

/** A file beside the ranking: no official score, and why. */
export type PlenaryShown = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly administration: Localized
  readonly reason: PlenaryReason
  readonly text: Localized
  readonly sheets: number
  readonly quorum: number
}

export const plenaryIds = (meeting: Meeting, category: string): readonly string[] =>
  (meeting.plenary.get(category) ?? []).map(({ nominationId }) => nominationId)

/** What the plenary decides on in a category, without the files from which the reader is recused. */
export const plenaryOf = (
  meeting: Meeting,
  category: string,
  known: ReadonlyMap<string, Finalist>,
  hidden: ReadonlySet<string>,
): readonly PlenaryShown[] =>
  (meeting.plenary.get(category) ?? []).flatMap(({ nominationId, reason, text, figures }): PlenaryShown[] => {
    const found = known.get(nominationId)
    if (!found || hidden.has(nominationId)) return []
    const { reference, title, administration } = found
    const { sheets, quorum } = figures
    return [{ nominationId, reference, title, administration, reason, text, sheets, quorum }]
  })
