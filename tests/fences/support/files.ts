import { randomUUID } from 'node:crypto'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { Crypto } from '#app/services/ports.ts'
import { anAppeal } from '#tests/support/appeals.ts'
import { aDossier } from '#tests/support/builders/dossier.ts'
import type { TestDb } from '#tests/support/db.ts'
import type { World } from './world.ts'

const AT = new Date('2026-01-05T09:00:00Z')

/** A deposited file of the campaign that is judged. */
async function aFile({ given, built, body, people }: World, state = 'admissible'): Promise<string> {
  const { id } = await given.nomination({ campaign: built.judged, administration: body, state })
  await given.insert('dossier_version', {
    ...{ id: randomUUID(), nomination_id: id, number: 1, kind: 'submission', hash: 'a'.repeat(64) },
    content: {
      form: DEFAULT_FORM.version,
      answers: aDossier().map(({ field, value }) => ({ field, value })),
      evidence: [],
    },
    ...{ received_at: AT, receipt_number: `R-${id}`, signatory_id: people.signatory, created_at: AT },
  })
  return id
}

async function isRead({ given, seats }: World, nomination: string): Promise<void> {
  await given.assignment({ seat: seats.juror, nomination })
  await given.insert('interest', {
    ...{ id: randomUUID(), seat_id: seats.juror, nomination_id: nomination, kind: 'none', declared_at: AT },
  })
}

/** Before the jury: a file not yet begun, with a test account; one that its reader flags, whose recusal may be lifted; one that the plenary decides on. */
async function beforeJury(world: World, crypto: Crypto) {
  const { given, people, seats } = world
  const [unread, flagged, sent] = [await aFile(world), await aFile(world), await aFile(world)]
  for (const one of [unread, flagged]) await isRead(world, one)
  await given.insert('answer', {
    ...{ nomination_id: unread, field: 'accessAccount', version: 1 },
    value: JSON.stringify(crypto.seal('test-account', unread, 'jury@example.ma / Essai')),
    ...{ updated_by: people.editor, updated_at: AT },
  })
  await given.insert('flag', {
    ...{ id: randomUUID(), nomination_id: flagged, seat_id: seats.juror, ground: 'ethics' },
    ...{ text: 'Un texte.', state: 'open', raised_at: AT },
  })
  const recusal = randomUUID()
  await given.insert('recusal', {
    ...{ id: recusal, seat_id: seats.recused, nomination_id: flagged, source: 'declared', kind: 'family' },
    ...{ pinned: false, at: AT },
  })
  const clerk = await given.person()
  await given.insert('recusal_lift', {
    ...{ id: randomUUID(), recusal_id: recusal, reason: 'Un texte.', proposed_by: clerk.id, proposed_at: AT },
  })
  await given.insert('plenary_referral', {
    ...{ id: randomUUID(), nomination_id: sent, second_round: false, reason: 'readers-absent' },
    ...{ text_ar: 'سبب', text_fr: 'Motif', sheets: 0, eligible: 3, quorum: 3 },
    ...{ sent_by: people.chair, sent_at: AT },
  })
  return { unread, flagged, sent }
}

/** Before the offices: a disqualification and the answer to an appeal, each proposed by a first hand. */
async function beforeOffices(world: World, { owner }: TestDb) {
  const { given, people, built, body } = world
  const proposed = await aFile(world)
  await given.insert('disqualification', {
    ...{ id: randomUUID(), nomination_id: proposed, reason: 'other', text_ar: 'سبب', text_fr: 'Motif' },
    ...{ state: 'proposed', proposed_by: people.secretariat, proposed_at: AT },
  })
  const answered = await anAppeal(given, { campaign: built.judged, body, signatory: people.signatory })
  const appeal = await owner.query<{ id: string }>('SELECT id FROM appeal WHERE nomination_id = $1', [
    answered,
  ])
  await given.insert('appeal_answer', {
    ...{ id: randomUUID(), appeal_id: appeal.rows[0]?.id, outcome: 'dismissed', reasons: '{other}' },
    ...{ answer: 'Un texte.', state: 'proposed', proposed_by: randomUUID(), proposed_at: AT },
  })
  return { proposed, answered }
}

/** Before its team: a file that waits for its visa, a file refused yesterday, a piece that came in part. */
async function beforeTeam(world: World) {
  const { given, people, built, body, nominations } = world
  const team = { administration: body, createdBy: people.editor }
  const awaiting = await given.nomination({ ...team, campaign: built.open, state: 'awaiting_visa' })
  const refused = await aFile(world, 'inadmissible')
  await given.insert('screening_decision', {
    ...{ id: randomUUID(), nomination_id: refused, outcome: 'inadmissible', reasons: ['other'] },
    ...{ state: 'validated', proposed_by: randomUUID(), proposed_at: AT, settled_by: randomUUID() },
    settled_at: new Date(built.judged.regulation.calendar.evaluationOpens),
  })
  await given.insert('incoming_upload', {
    ...{ id: randomUUID(), nomination_id: nominations.draft, person_id: people.editor, title: 'Une pièce' },
    ...{ claim: 'results', file_name: 'piece.pdf', size: 100, sha256: 'c'.repeat(64), received: 10 },
    touched_at: new Date(),
  })
  return { awaiting: awaiting.id, refused }
}

/** Files in the states in which somebody is asked for an act. */
export const someFiles = async (world: World, test: TestDb, crypto: Crypto) => ({
  ...(await beforeJury(world, crypto)),
  ...(await beforeOffices(world, test)),
  ...(await beforeTeam(world)),
})
