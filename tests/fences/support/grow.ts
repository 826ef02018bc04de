import { randomUUID } from 'node:crypto'
import { anAppeal } from '#tests/support/appeals.ts'
import { aDocument } from './receipts.ts'
import type { World } from './world.ts'

const AT = new Date('2026-01-05T09:00:00Z')

/** Of every clarification so far: a number is used once. */
let numbered = 0

/** `count` more rows of everything that a page of somebody lists. */
export async function grow(world: World, count: number): Promise<void> {
  const { given, built, seats, body, people, nominations } = world
  const campaignId = built.judged.id
  const documents = [
    { kind: 'interest_declaration', subjectId: seats.juror },
    { kind: 'convocation', subjectId: seats.juror },
    { kind: 'completion_request', subjectId: nominations.file },
    { kind: 'register', subjectId: campaignId },
  ]
  for (let at = 0; at < count; at += 1) {
    await given.insert('outbox', {
      ...{ id: randomUUID(), notice: 'campaign-opened', email: `${randomUUID()}@example.ma`, locale: 'fr' },
      ...{ facts: {}, campaign_id: campaignId, state: 'held', created_at: AT, next_attempt_at: AT },
    })
    for (const year of [built.open, built.judged])
      await given.insert('clarification', {
        ...{
          id: randomUUID(),
          campaign_id: year.id,
          number: (numbered += 1),
          published_by: people.organiser,
        },
        ...{ question: '{"ar":"س","fr":"Q"}', answer: '{"ar":"ج","fr":"R"}', published_at: AT },
      })
    for (const document of documents) await aDocument(given, { ...document, campaignId })
    const person = await given.person()
    await given.mandate({ person: person.id, administration: body, role: 'editor' })
    await given.mandate({ person: person.id, administration: body, state: 'requested' })
    await given.administration({ state: 'requested' })
    await given.grant({ person: person.id, role: 'auditor', campaign: built.judged.id })
    const seat = await given.seat({ campaign: built.judged.id, person: person.id })
    for (const campaign of [built.open, built.judged, built.meeting])
      for (const state of ['draft', 'submitted', 'admissible'] as const)
        await given.nomination({ campaign, administration: body, state, createdBy: people.editor })
    const file = await given.nomination({ campaign: built.judged, administration: body, state: 'admissible' })
    await anAppeal(given, { campaign: built.judged, body, signatory: people.signatory })
    await given.insert('complaint', {
      ...{ id: randomUUID(), number: `RE-${randomUUID()}`, campaign_id: campaignId, nomination_id: file.id },
      ...{ administration_id: body, kind: 'observation', about: 'service', text: 'Un texte.' },
      ...{ author_id: people.signatory, state: 'received', filed_at: AT, due_at: AT },
    })
    const [left, entered] = Object.values(built.judged.categories)
    const ended = { proposed_by: people.secretariat, settled_by: people.organiser, settled_at: AT }
    await given.insert('category_proposal', {
      ...{
        id: randomUUID(),
        nomination_id: nominations.file,
        from_category_id: left,
        to_category_id: entered,
      },
      ...{ reason_ar: 'سبب', reason_fr: 'Motif', state: 'refused', proposed_at: AT, due_at: AT, ...ended },
    })
    await given.insert('disqualification', {
      ...{
        id: randomUUID(),
        nomination_id: nominations.file,
        reason: 'other',
        text_ar: 'سبب',
        text_fr: 'Motif',
      },
      ...{ state: 'returned', proposed_at: AT, note: 'Non.', ...ended },
    })
    await given.insert('flag', {
      ...{ id: randomUUID(), nomination_id: file.id, seat_id: seats.second, ground: 'ethics', text: 'Motif' },
      ...{ state: 'open', raised_at: AT },
    })
    await given.insert('plenary_referral', {
      ...{ id: randomUUID(), nomination_id: file.id, second_round: false, reason: 'readers-absent' },
      ...{ text_ar: 'سبب', text_fr: 'Motif', sheets: 0, eligible: 3, quorum: 3 },
      ...{ sent_by: people.organiser, sent_at: AT },
    })
    for (const reader of [seats.juror, seats.second, seat.id]) {
      await given.assignment({ seat: reader, nomination: file.id })
      await given.insert('interest', {
        id: randomUUID(),
        seat_id: reader,
        nomination_id: file.id,
        kind: 'none',
        declared_at: AT,
      })
    }
    await given.insert('recusal', {
      id: randomUUID(),
      seat_id: seats.chair,
      nomination_id: file.id,
      source: 'declared',
      kind: 'family',
      pinned: false,
      at: AT,
    })
    for (const holder of Object.values(people)) {
      await given.signedIn(holder)
      await given.insert('notice', {
        id: randomUUID(),
        person_id: holder,
        name: 'sessionOpened',
        facts: {},
        campaign_id: null,
        created_at: AT,
      })
    }
  }
}
