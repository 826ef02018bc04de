import type { VotingSeat } from '#app/adapters/db/meeting-seats.ts'
import { type BilingualText, categoryRule, type Regulation } from '#app/domain/campaign/regulation.ts'
import type { ConvocationRecord } from '#app/domain/document/jury-records.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Draft } from '../issue.ts'

type Meeting = {
  readonly convenedFor: Instant
  readonly venue: BilingualText | null
  readonly presiding: VotingSeat
  readonly secretary: VotingSeat
  readonly slots: readonly { readonly category: string; readonly code: string }[]
}

function agendaOf(regulation: Regulation, slots: Meeting['slots']): ConvocationRecord['agenda'] {
  return [...Map.groupBy(slots, ({ category }) => category)].flatMap(([code, of]) => {
    const rule = categoryRule(regulation, code)
    if (!rule) return []
    const wanted = new Set(of.map((slot) => slot.code))
    return [
      {
        category: rule.name,
        slots: rule.slots.filter((slot) => wanted.has(slot.code)).map(({ label }) => label),
      },
    ]
  })
}

/** One letter to each member who votes. */
export function convocationDrafts(
  regulation: Regulation,
  seats: readonly VotingSeat[],
  { convenedFor, venue, presiding, secretary, slots }: Meeting,
): readonly Draft[] {
  const shared = {
    ...{ convenedFor, venue, presiding: presiding.name, secretary: secretary.name },
    ...{ agenda: agendaOf(regulation, slots), quorum: regulation.deliberation.quorum },
  }
  return seats.map(({ id, name, label, role }) => ({
    ...{ kind: 'convocation', subjectId: id, isPublic: false },
    body: { ...shared, member: { name, seat: label, role } },
  }))
}
