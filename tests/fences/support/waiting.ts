import { randomUUID } from 'node:crypto'
import type { World } from './world.ts'

const AT = new Date('2026-01-05T09:00:00Z')

/** What waits for somebody's hand, so that its page has a form: a kept text, notices, a mandate asked for, a held letter, an unsigned charter, a vote from which a member may dissent. */
export async function whatWaits({
  given,
  people,
  nominations,
  campaigns,
  meetings,
  benchAt,
}: World): Promise<void> {
  await given.insert('rescued_text', {
    ...{ id: randomUUID(), nomination_id: nominations.draft, field: 'problem.fr' },
    ...{ value: JSON.stringify('Un autre texte.'), person_id: people.signatory, at: AT },
  })
  for (const holder of [people.editor, people.organiser])
    await given.insert('notice', {
      ...{ id: randomUUID(), person_id: holder, name: 'published', facts: {}, campaign_id: campaigns.open },
      created_at: AT,
    })
  const { id: requested } = await given.administration({ state: 'requested' })
  const person = await given.person()
  await given.mandate({ person: person.id, administration: requested, state: 'requested' })
  await given.insert('outbox', {
    ...{ id: randomUUID(), notice: 'campaign-opened', email: 'lettre@example.ma', locale: 'fr', facts: {} },
    ...{ campaign_id: campaigns.judged, state: 'held', created_at: AT, next_attempt_at: AT },
  })
  await given.seat({ campaign: campaigns.prepared, person: people.juror, charterSigned: false })
  const { sessionId, itemId } = meetings.mine
  await given.insert('attendance', {
    ...{ id: randomUUID(), session_id: sessionId, seat_id: benchAt.juror, arrived_at: AT },
  })
  const totals = { award: 1, withhold: 0, blank: 0, eligible: 2, needed: 1, present: 1 }
  const award = { ...totals, majority: 'absolute', castingVoteUsed: false, outcome: 'award' }
  await given.insert('motion', {
    ...{ id: randomUUID(), item_id: itemId, kind: 'award_or_withhold', secret: true, state: 'closed' },
    ...{ question: { candidates: [], majority: 'absolute', eligible: 2 }, result: { kind: 'award', award } },
    ...{ opened_at: AT, closed_at: AT },
  })
}
