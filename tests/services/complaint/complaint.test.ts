import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { myComplaint } from '#app/queries/applicant/complaint.ts'
import { complaintSubjects, myComplaints } from '#app/queries/applicant/complaints.ts'
import { permittedDocument } from '#app/queries/files/permitted-document.ts'
import { deskComplaint } from '#app/queries/secretariat/complaint.ts'
import { complaintFiguresFile } from '#app/queries/secretariat/complaint-figures-file.ts'
import { complaintDesk } from '#app/queries/secretariat/complaints.ts'
import { answerComplaint } from '#app/services/complaint/answer-complaint.ts'
import { type Filing, fileComplaint } from '#app/services/complaint/file-complaint.ts'
import { reopenComplaint } from '#app/services/complaint/reopen-complaint.ts'
import type { Context } from '#app/services/context.ts'
import { remind } from '#app/services/system/remind.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, newKey, NOWHERE } from '../nomination/scene.ts'

const DAY = 86_400_000
let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

const filing = (nominationId: string, of: Partial<Filing> = {}): Filing => ({
  ...{ nominationId, kind: 'complaint', about: 'procedure', text: 'Le délai a couru deux jours de moins.' },
  ...{ key: newKey(), ...of },
})
const unfounded = { round: 1, outcome: 'unfounded' as const, answer: 'Le délai a couru en entier.' }

async function desk() {
  const stage = await scene.stage({ phase: 'evaluation', state: 'admissible', complete: false })
  const officer = (role: 'secretariat' | 'organiser') => scene.given.officer(role, stage.campaign.id)
  return {
    ...stage,
    id: stage.nomination.id,
    first: await officer('secretariat'),
    second: await officer('organiser'),
  }
}
async function filed(of: Partial<Filing> = {}) {
  const at = await desk()
  const result = await fileComplaint(ctx, at.signatory, filing(at.id, of))
  if (!result.ok) throw new Error(result.reason)
  return { ...at, complaintId: result.value.complaintId, number: result.value.number }
}
async function answered() {
  const at = await filed()
  const result = await answerComplaint(ctx, at.second, { complaintId: at.complaintId, ...unfounded })
  if (!result.ok) throw new Error(result.reason)
  return at
}
const rowOf = async (id: string) => {
  const { rows } = await test.owner.query('SELECT * FROM complaint WHERE id = $1', [id])
  return rows[0]
}
const toldOf = async (id: string): Promise<string[]> => {
  const { rows } = await test.owner.query<{ notice: string }>(
    `SELECT notice FROM outbox WHERE facts->>'complaintId' = $1 ORDER BY id`,
    [id],
  )
  return rows.map(({ notice }) => notice).sort()
}

const peopleTold = async (id: string, notice: string): Promise<string[]> => {
  const { rows } = await test.owner.query<{ person_id: string }>(
    `SELECT person_id FROM notice WHERE name = $2 AND facts->>'complaintId' = $1 ORDER BY created_at, person_id`,
    [id, notice],
  )
  return rows.map(({ person_id: personId }) => personId)
}

describe('filing', () => {
  it('keeps it with a number and a due instant, writes the trail and tells author and desk', async () => {
    const at = await filed()
    const row = await rowOf(at.complaintId)
    expect(row).toMatchObject({ state: 'received', author_id: at.signatory.personId, number: at.number })
    expect(at.number).toMatch(/^RE-20\d\d-0001$/)
    expect(Math.round((row.due_at - DAY_OF_WORK) / DAY)).toBe(60)
    expect(await scene.entriesAbout(at.complaintId)).toEqual(['complaintReceived'])
    expect(await peopleTold(at.complaintId, 'complaint-received')).toEqual([at.signatory.personId])
    expect(await peopleTold(at.complaintId, 'complaint-to-answer')).toEqual(
      [at.first.personId, at.second.personId].sort(),
    )
  })

  it('leaves a receipt with number, arrival and due instant, for the administration and the office alone', async () => {
    const at = await filed()
    const { rows } = await test.owner.query(
      'SELECT id, kind, number, public, record FROM document WHERE subject_id = $1',
      [at.complaintId],
    )
    const { due_at: dueAt } = await rowOf(at.complaintId)
    expect(rows).toMatchObject([
      {
        ...{ kind: 'complaint_receipt', number: expect.stringMatching(/^RD-20\d\d-\d{4}$/), public: false },
        record: {
          ...{ complaint: at.number, kind: 'complaint', about: 'procedure', text: filing(at.id).text },
          ...{ filedAt: DAY_OF_WORK, dueAt: dueAt.getTime(), reference: at.nomination.reference },
        },
      },
    ])
    const opens = async (actor: Actor | null) => (await permittedDocument(ctx, actor, rows[0].id)).ok
    for (const actor of [at.signatory, at.editor, at.first, at.second]) expect(await opens(actor)).toBe(true)
    for (const actor of [null, await scene.stranger()]) expect(await opens(actor)).toBe(false)
    expect(await deskComplaint(ctx, at.first, at.complaintId)).toMatchObject({
      value: { documents: [{ kind: 'complaint_receipt' }] },
    })
  })

  it('finds the first one when the form is posted twice, also at once', async () => {
    const at = await desk()
    const once = filing(at.id)
    const both = await Promise.all([1, 2].map(() => fileComplaint(ctx, at.signatory, once)))
    expect(both.map((one) => one.ok && one.value.complaintId)).toEqual([
      expect.any(String),
      both[0]?.ok && both[0].value.complaintId,
    ])
    expect(await scene.count('complaint', 'nomination_id = $1', [at.id])).toBe(1)
    expect(
      await scene.count('document', `kind = 'complaint_receipt' AND record->>'reference' = $1`, [
        at.nomination.reference,
      ]),
    ).toBe(1)
    const two = await Promise.all([1, 2].map(() => fileComplaint(ctx, at.signatory, filing(at.id))))
    expect(new Set(two.map((one) => one.ok && one.value.number)).size).toBe(2)
  })

  it('is refused once the window of the results has closed, and leaves nothing', async () => {
    const at = await desk()
    await scene.given.insert('phase_change', {
      ...{ id: newKey(), campaign_id: at.campaign.id, from_phase: 'embargo', to_phase: 'published' },
      ...{ at: new Date(DAY_OF_WORK - 70 * DAY), person_id: NOWHERE },
    })
    const before = await scene.given.trace()
    expect(await fileComplaint(ctx, at.signatory, filing(at.id, { about: 'results' }))).toMatchObject({
      reason: 'window-closed',
    })
    expect(await fileComplaint(ctx, at.signatory, filing(at.id, { text: ' ' }))).toMatchObject({
      reason: 'text-required',
    })
    expect(await scene.given.trace()).toEqual(before)
    expect(await scene.count('complaint', 'nomination_id = $1', [at.id])).toBe(0)
  })

  it.each(['editor', 'stranger', 'secretariat'] as const)('is closed to %s', async (who) => {
    const at = await desk()
    const actor = { editor: at.editor, stranger: await scene.stranger(), secretariat: at.first }[who]
    expect(await fileComplaint(ctx, actor, filing(at.id))).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await complaintSubjects(ctx, actor)).toEqual([])
  })
})

describe('the answer', () => {
  it('is kept with its outcome, issues its letter, writes the trail and tells the author', async () => {
    const at = await answered()
    expect(await rowOf(at.complaintId)).toMatchObject({ state: 'answered' })
    expect(await scene.entriesAbout(at.complaintId)).toEqual(['complaintReceived', 'complaintAnswered'])
    expect(await toldOf(at.complaintId)).toContain('complaint-answered')
    const { rows } = await test.owner.query(
      `SELECT kind, number, record FROM document WHERE subject_id = $1 AND kind = 'complaint_answer'`,
      [at.complaintId],
    )
    expect(rows).toMatchObject([
      {
        kind: 'complaint_answer',
        record: {
          ...{
            complaint: at.number,
            reference: at.nomination.reference,
            category: { fr: expect.any(String) },
          },
          ...{ outcome: 'unfounded', answer: unfounded.answer, reopened: false },
        },
      },
    ])
    const page = await myComplaint(ctx, at.signatory, at.complaintId)
    expect(page).toMatchObject({
      ok: true,
      value: {
        answers: [{ answer: unfounded.answer }],
        documents: [{ kind: 'complaint_answer' }, { kind: 'complaint_receipt' }],
        can: { reopen: true },
      },
    })
    expect(JSON.stringify(page)).not.toContain(at.second.personId)
  })

  const TOOK_PART: Readonly<
    Record<string, (at: Awaited<ReturnType<typeof filed>>, clerk: Actor) => Promise<unknown>>
  > = {
    'checked the file': ({ id }, { personId }) =>
      scene.given.insert('screening_check', {
        ...{
          nomination_id: id,
          code: 'in-service',
          verdict: 'compliant',
          person_id: personId,
          at: new Date(),
        },
      }),
    'asked for the completion': ({ id }, { personId }) =>
      scene.given.insert('completion_request', {
        ...{ id: newKey(), nomination_id: id, reasons: '[]', message: 'Joignez.', requested_by: personId },
        ...{ requested_at: new Date(), due_at: new Date() },
      }),
    'proposed the decision': ({ id, second }, { personId }) =>
      scene.given.insert('screening_decision', {
        ...{ id: newKey(), nomination_id: id, outcome: 'admissible', reasons: '[]', state: 'validated' },
        ...{
          proposed_by: personId,
          proposed_at: new Date(),
          settled_by: second.personId,
          settled_at: new Date(),
        },
      }),
    'proposed to disqualify': ({ id }, { personId }) =>
      scene.given.insert('disqualification', {
        ...{ id: newKey(), nomination_id: id, reason: 'false-statement', state: 'proposed' },
        ...{ text_ar: 'نص.', text_fr: 'Un texte.', proposed_by: personId, proposed_at: new Date() },
      }),
    'settled a disqualification': ({ id, second }, { personId }) =>
      scene.given.insert('disqualification', {
        ...{ id: newKey(), nomination_id: id, reason: 'false-statement', state: 'returned', note: 'Non.' },
        ...{ text_ar: 'نص.', text_fr: 'Un texte.', proposed_by: second.personId, proposed_at: new Date() },
        ...{ settled_by: personId, settled_at: new Date() },
      }),
  }
  it.each(Object.keys(TOOK_PART))(
    'is refused to whoever %s, by the policy and by the statement',
    async (how) => {
      const at = await filed()
      await TOOK_PART[how]?.(at, at.first)
      const before = await scene.given.trace()
      expect(
        await answerComplaint(ctx, at.first, { complaintId: at.complaintId, ...unfounded }),
      ).toMatchObject({
        ok: false,
        reason: 'took-part',
      })
      expect(await scene.given.trace()).toEqual(before)
      expect(await deskComplaint(ctx, at.first, at.complaintId)).toMatchObject({
        value: { can: { answer: false }, refused: 'took-part' },
      })
      const { rows } = await test.owner.query('SELECT complaint_involved($1) AS id', [at.complaintId])
      expect(rows).toContainEqual({ id: at.first.personId })
    },
  )

  it('about results is refused to a member of the jury, about the service not to a clerk of the file', async () => {
    const results = await filed({ about: 'results' })
    await scene.given.seat({ campaign: results.campaign.id, person: results.first.personId })
    const involved = async (id: string) =>
      (await test.owner.query('SELECT complaint_involved($1) AS id', [id])).rows.map(({ id: one }) => one)
    expect(await involved(results.complaintId)).toContain(results.first.personId)
    const service = await filed({ about: 'service' })
    await TOOK_PART['checked the file']?.(service, service.first)
    expect(await involved(service.complaintId)).toEqual([service.signatory.personId])
    expect(
      (await answerComplaint(ctx, service.first, { complaintId: service.complaintId, ...unfounded })).ok,
    ).toBe(true)
  })

  it('is given once by two at once, and never changes', async () => {
    const at = await filed()
    const both = await Promise.all(
      [at.first, at.second].map((actor) =>
        answerComplaint(ctx, actor, { complaintId: at.complaintId, ...unfounded }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      reason: expect.stringMatching(/complaint-answered|took-part/),
    })
    const letters = `subject_id = $1 AND kind = 'complaint_answer'`
    expect(await scene.count('document', letters, [at.complaintId])).toBe(1)
    await expect(
      test.owner.query(`UPDATE complaint_answer SET answer = 'autre' WHERE complaint_id = $1`, [
        at.complaintId,
      ]),
    ).rejects.toThrow()
  })

  it.each(['stranger', 'signatory', 'own body', 'other campaign', 'no second factor'] as const)(
    'is closed to %s',
    async (who) => {
      const at = await filed()
      const clerk = at.first
      await scene.given.mandate({ person: at.second.personId, administration: at.body.id, role: 'editor' })
      const actor = {
        stranger: await scene.stranger(),
        signatory: at.signatory,
        'own body': await scene.given.actor(at.second.personId),
        'other campaign': await scene.given.officer('secretariat', (await scene.campaignIn('evaluation')).id),
        'no second factor': { ...clerk, secondFactor: false },
      }[who]
      const before = await scene.given.trace()
      const result = await answerComplaint(ctx, actor, { complaintId: at.complaintId, ...unfounded })
      const reason = { 'own body': 'recused', 'no second factor': 'second-factor-required' }[who as string]
      expect(result).toMatchObject({ ok: false, reason: reason ?? 'not-found' })
      expect(await scene.given.trace()).toEqual(before)
    },
  )
})

describe('the one reopening', () => {
  it('starts the clock again and is answered by another hand; a second is refused', async () => {
    const at = await answered()
    await test.setNow(instant(DAY_OF_WORK + 10 * DAY))
    const again = { complaintId: at.complaintId, text: 'La réponse ignore la pièce 3.' }
    const both = await Promise.all([1, 2].map(() => reopenComplaint(ctx, at.signatory, again)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-reopened' })
    const row = await rowOf(at.complaintId)
    expect([row.state, Math.round((row.due_at - DAY_OF_WORK) / DAY)]).toEqual(['reopened', 70])
    const receipts = await test.owner.query(
      `SELECT number, record FROM document WHERE subject_id = $1 AND kind = 'complaint_receipt' ORDER BY number`,
      [at.complaintId],
    )
    const [first, second] = receipts.rows
    expect(receipts.rowCount).toBe(2)
    expect(first.record).not.toHaveProperty('reopened')
    expect(second.record).toMatchObject({
      ...{ complaint: at.number, text: again.text, reopened: true },
      ...{ filedAt: DAY_OF_WORK + 10 * DAY, dueAt: row.due_at.getTime() },
    })
    expect(second.number).not.toBe(first.number)
    const last = { complaintId: at.complaintId, ...unfounded, round: 2, outcome: 'material_error' as const }
    expect(await answerComplaint(ctx, at.second, last)).toMatchObject({ reason: 'took-part' })
    expect(await answerComplaint(ctx, at.first, { ...last, round: 1 })).toMatchObject({
      reason: 'stale-version',
    })
    expect((await answerComplaint(ctx, at.first, last)).ok).toBe(true)
    expect(await reopenComplaint(ctx, at.signatory, again)).toMatchObject({ reason: 'already-reopened' })
    expect(await scene.entriesAbout(at.complaintId)).toEqual([
      ...['complaintReceived', 'complaintAnswered', 'complaintReopened', 'complaintAnswered'],
    ])
    const { rows } = await test.owner.query<{ role: string }>(
      `SELECT actor_role AS role FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
      [at.complaintId],
    )
    expect(rows.map(({ role }) => role)).toEqual(['signatory', 'organiser', 'signatory', 'secretariat'])
    expect(await scene.count('complaint_answer', 'complaint_id = $1', [at.complaintId])).toBe(2)
  })

  it('is the author’s alone, and only after an answer', async () => {
    const at = await answered()
    const text = 'Encore.'
    const colleague = await scene.given.applicant(at.body.id)
    for (const actor of [at.editor, colleague, await scene.stranger()])
      expect(await reopenComplaint(ctx, actor, { complaintId: at.complaintId, text })).toMatchObject({
        reason: 'not-found',
      })
    const open = await filed()
    expect(await reopenComplaint(ctx, open.signatory, { complaintId: open.complaintId, text })).toMatchObject(
      {
        reason: 'not-answered',
      },
    )
  })
})

describe('what is read', () => {
  it('is the administration’s own, by the query and by row security', async () => {
    const at = await filed()
    const stranger = await scene.stranger()
    expect((await myComplaints(ctx, at.editor, null)).complaints.map(({ id }) => id)).toEqual([
      at.complaintId,
    ])
    expect((await myComplaints(ctx, stranger, null)).complaints).toEqual([])
    expect((await myComplaint(ctx, at.editor, at.complaintId)).ok).toBe(true)
    expect(await myComplaint(ctx, stranger, at.complaintId)).toMatchObject({ reason: 'not-found' })
    const seen = (personId: string) => readAs(ctx.db.applicant, personId, (tx) => tx.complaint.count())
    expect([await seen(at.editor.personId), await seen(stranger.personId)]).toEqual([1, 0])
    await expect(ctx.db.jury.complaint.count()).rejects.toThrow()
    await expect(ctx.db.public.complaint.count()).rejects.toThrow()
  })

  it('is the desk’s, the nearest due first, with the figures of the year and their file', async () => {
    const at = await answered()
    await test.setNow(instant(DAY_OF_WORK + 2 * DAY))
    const later = await fileComplaint(ctx, at.signatory, filing(at.id, { kind: 'observation' }))
    await test.setNow(instant(DAY_OF_WORK + DAY))
    const sooner = await fileComplaint(ctx, at.signatory, filing(at.id, { kind: 'proposition' }))
    const screen = await complaintDesk(ctx, at.first, at.campaign.id, { view: 'open', after: null })
    if (!screen.ok || !later.ok || !sooner.ok) throw new Error('refused')
    expect(screen.value.rows.map(({ id }) => id)).toEqual([sooner.value.complaintId, later.value.complaintId])
    expect(screen.value.figures).toMatchObject([
      { kind: 'complaint', received: 1, open: 0, unfounded: 1, medianDays: 0, withinTarget: 1 },
      { kind: 'observation', received: 1, open: 1, medianDays: null, withinTarget: 0 },
      { kind: 'proposition', received: 1, open: 1 },
    ])
    const file = await complaintFiguresFile(ctx, at.second, at.campaign.id)
    expect(file.ok && Buffer.from(file.value.bytes).toString('utf8')).toContain(
      ',complaint,1,0,0,0,1,0,0,0,0,30,1',
    )
    for (const actor of [at.signatory, await scene.stranger()])
      expect(await complaintDesk(ctx, actor, at.campaign.id, { view: 'open', after: null })).toMatchObject({
        reason: 'not-found',
      })
  })
})

describe('the days that the desk gives itself', () => {
  it('are those of the legal calendar, by the target, by the statistics and across the change of hour', async () => {
    // Half past midnight of the 11th in the legal zone; thirty days later its clocks are an hour behind.
    await test.setNow(instant(Date.parse('2026-02-10T23:30:00Z')))
    const at = await filed()
    expect(await deskComplaint(ctx, at.first, at.complaintId)).toMatchObject({
      value: { targetAt: Date.parse('2026-03-13T16:30:00Z') },
    })
    await test.setNow(instant(Date.parse('2026-03-13T16:00:00Z')))
    const answer = await answerComplaint(ctx, at.second, { complaintId: at.complaintId, ...unfounded })
    expect(answer.ok).toBe(true)
    const screen = await complaintDesk(ctx, at.first, at.campaign.id, { view: 'answered', after: null })
    expect(screen).toMatchObject({
      value: { figures: [{ kind: 'complaint', medianDays: 30, longestDays: 30, withinTarget: 1 }, {}, {}] },
    })
  })
})

describe('whoever may answer is told, clerk or organiser', () => {
  it('but nobody who took part, nobody of the administration, and nobody who has answered once', async () => {
    const at = await desk()
    const third = await scene.given.officer('secretariat', at.campaign.id)
    await scene.given.insert('screening_check', {
      ...{ nomination_id: at.id, code: 'in-service', verdict: 'compliant' },
      ...{ person_id: at.first.personId, at: new Date() },
    })
    const own = await scene.given.officer('organiser', at.campaign.id)
    await scene.given.mandate({ person: own.personId, administration: at.body.id, role: 'editor' })
    const result = await fileComplaint(ctx, at.signatory, filing(at.id))
    if (!result.ok) throw new Error(result.reason)
    const { complaintId } = result.value
    const told = () => peopleTold(complaintId, 'complaint-to-answer')
    expect(await told()).toEqual([at.second.personId, third.personId].sort())
    expect((await answerComplaint(ctx, at.second, { complaintId, ...unfounded })).ok).toBe(true)
    await test.setNow(instant(DAY_OF_WORK + DAY))
    expect((await reopenComplaint(ctx, at.signatory, { complaintId, text: 'Encore.' })).ok).toBe(true)
    expect((await told()).slice(2)).toEqual([third.personId])
  })

  it('and reminded of an answer that is due, once a stage', async () => {
    const at = await filed()
    const both = [at.first.personId, at.second.personId].sort()
    await test.setNow(instant(DAY_OF_WORK + 30 * DAY))
    await remind(ctx)
    await remind(ctx)
    expect(await peopleTold(at.complaintId, 'complaint-due')).toEqual(both)
    await test.setNow(instant(DAY_OF_WORK + 58 * DAY))
    await remind(ctx)
    expect(await peopleTold(at.complaintId, 'complaint-due')).toEqual([...both, ...both])
  })
})
