import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAppeals } from '#app/adapters/db/appeals.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { appealScreen } from '#app/queries/applicant/appeal.ts'
import { applicantHome } from '#app/queries/applicant/home.ts'
import { deskAppeal } from '#app/queries/secretariat/appeal.ts'
import { screeningQueue } from '#app/queries/secretariat/queue.ts'
import { answerComplaint } from '#app/services/complaint/answer-complaint.ts'
import { fileComplaint } from '#app/services/complaint/file-complaint.ts'
import type { Context } from '#app/services/context.ts'
import { fileAppeal } from '#app/services/nomination/file-appeal.ts'
import { proposeAppealAnswer } from '#app/services/nomination/propose-appeal-answer.ts'
import { proposeScreening } from '#app/services/nomination/propose-screening.ts'
import { recordChecks } from '#app/services/nomination/record-checks.ts'
import { returnAppealAnswer, validateAppealAnswer } from '#app/services/nomination/settle-appeal-answer.ts'
import { validateScreening } from '#app/services/nomination/validate-screening.ts'
import { remind } from '#app/services/system/remind.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, newKey } from '../nomination/scene.ts'
import { aRefusal, value } from './a-refusal.ts'

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

const refused = () => aRefusal(test, ctx, scene)
const grounds = 'Le service est ouvert depuis mars 2025.'
const file = (of: { id: string; signatory: Parameters<typeof fileAppeal>[1] }, received = DAY_OF_WORK) =>
  fileAppeal(ctx, of.signatory, { nominationId: of.id, received, grounds })
const toldPeople = async (id: string, notice: string): Promise<string[]> => {
  const { rows } = await test.owner.query<{ person_id: string }>(
    `SELECT person_id FROM notice WHERE name = $2 AND facts->>'nominationId' = $1 ORDER BY person_id`,
    [id, notice],
  )
  return rows.map(({ person_id }) => person_id)
}
async function appealed() {
  const desk = await refused()
  value(await file(desk))
  return desk
}
const upheld = { outcome: 'upheld', reasons: ['fact-mistaken'], answer: 'Le service était ouvert.' } as const

describe('an appeal', () => {
  it('is filed once, whoever asks at the same time, and told to the secretariat', async () => {
    const desk = await refused()
    const results = await Promise.all([file(desk), file(desk)])
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    expect(results.find((one) => !one.ok)).toMatchObject({ reason: 'already-appealed' })
    expect((await scene.entriesAbout(desk.id)).filter((act) => act === 'appealFiled')).toHaveLength(1)
    const told = (await scene.noticesAbout(desk.id)).filter((name) => name.startsWith('appeal'))
    expect(told.sort()).toEqual([
      'appeal-received',
      'appeal-received',
      'appeal-to-answer',
      'appeal-to-answer',
    ])
    expect(await toldPeople(desk.id, 'appeal-to-answer')).toEqual(
      [desk.third.personId, desk.fourth.personId].sort(),
    )
    expect(await scene.stateOf(desk.id)).toBe('inadmissible')
    const { rows } = await test.owner.query('SELECT number, due_at FROM appeal WHERE nomination_id = $1', [
      desk.id,
    ])
    expect(rows).toMatchObject([{ number: expect.stringMatching(/^RI-20\d\d-0001$/) }])
    expect(Number(rows[0].due_at)).toBeGreaterThan(DAY_OF_WORK)
  })

  it.each([
    [-1, true],
    [0, false],
  ])('at %i ms from the end that the letter told: accepted %s', async (offset, accepted) => {
    const desk = await refused()
    const received = instant(desk.until + offset)
    await test.setNow(received)
    const before = await scene.given.trace()
    const result = await file(desk, received)
    expect(result).toMatchObject(accepted ? { ok: true } : { ok: false, reason: 'window-closed' })
    if (!accepted) expect(await scene.given.trace()).toEqual(before)
    expect(await scene.count('appeal', 'nomination_id = $1', [desk.id])).toBe(accepted ? 1 : 0)
  })

  it('is closed to an editor, a stranger and empty grounds, without a trace', async () => {
    const desk = await refused()
    const before = await scene.given.trace()
    expect(await file({ ...desk, signatory: desk.editor })).toMatchObject({ reason: 'not-signatory' })
    expect(await file({ ...desk, signatory: await scene.stranger() })).toMatchObject({ reason: 'not-found' })
    const empty = { nominationId: desk.id, received: DAY_OF_WORK, grounds: ' ' }
    expect(await fileAppeal(ctx, desk.signatory, empty)).toMatchObject({ reason: 'grounds-required' })
    expect(await scene.given.trace()).toEqual(before)
  })
})

describe('the answer to an appeal', () => {
  it('is reminded of two days before it is due and on its morning, to those whose hand it still waits for', async () => {
    const { id, third, fourth } = await appealed()
    const { rows } = await test.owner.query('SELECT due_at FROM appeal WHERE nomination_id = $1', [id])
    const due = Number(rows[0].due_at)
    await test.setNow(instant(due - 2 * DAY))
    await remind(ctx)
    await remind(ctx)
    expect(await toldPeople(id, 'appeal-due')).toEqual([third.personId, fourth.personId].sort())
    value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...upheld }))
    await test.setNow(instant(due - 60_000))
    await remind(ctx)
    const told = await toldPeople(id, 'appeal-due')
    expect(told.filter((one) => one === fourth.personId)).toHaveLength(2)
    expect(told).toHaveLength(3)
  })

  it('is given by two who did not decide, and admits the file', async () => {
    const { id, first, second, third, fourth } = await appealed()
    for (const decider of [first, second]) {
      expect(await proposeAppealAnswer(ctx, decider, { nominationId: id, ...upheld })).toMatchObject({
        reason: 'took-part',
      })
    }
    const { answerId } = value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...upheld }))
    const seen = { nominationId: id, answerId }
    expect(await scene.stateOf(id)).toBe('inadmissible')
    expect(await scene.noticesAbout(id)).not.toContain('appeal-answered')
    expect(await validateAppealAnswer(ctx, third, seen)).toMatchObject({ reason: 'own-proposal' })
    for (const decider of [first, second]) {
      expect(await validateAppealAnswer(ctx, decider, seen)).toMatchObject({ reason: 'took-part' })
    }
    const both = await Promise.all([0, 1].map(() => validateAppealAnswer(ctx, fourth, seen)))
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await scene.stateOf(id)).toBe('admissible')
    expect((await scene.entriesAbout(id)).slice(-3)).toEqual([
      'appealFiled',
      'appealAnswerProposed',
      'appealAnswered',
    ])
    const told = await scene.noticesAbout(id)
    for (const name of ['appeal-answered', 'admissible'])
      expect(told.filter((one) => one === name)).toHaveLength(2)
    const { rows } = await test.owner.query(
      `SELECT number, sha256, record FROM document WHERE subject_id = $1 AND kind = 'appeal_decision'`,
      [id],
    )
    expect(rows).toMatchObject([
      {
        number: expect.stringMatching(/^SR-20\d\d-0001$/),
        record: { outcome: 'upheld', grounds, answer: upheld.answer, reasons: [{ ar: expect.any(String) }] },
      },
    ])
    const roles = await test.owner.query(
      `SELECT act, actor_role AS role FROM audit_entry WHERE subject_id = $1 AND act LIKE 'appeal%' ORDER BY id`,
      [id],
    )
    expect(roles.rows.map(({ role }) => role)).toEqual(['signatory', 'secretariat', 'organiser'])
  })

  it('is given by nobody whose checks another clerk wrote over', async () => {
    const stage = await scene.submitted('screening')
    const clerk = () => scene.given.officer('secretariat', stage.campaign.id)
    const [early, first, second] = [await clerk(), await clerk(), await clerk()]
    const nominationId = stage.nomination.id
    const verdicts = stage.campaign.regulation.screening.checks.map(({ code }) => ({
      ...{ code, verdict: 'compliant' as const, note: null },
    }))
    value(await recordChecks(ctx, early, { nominationId, version: 1, verdicts }))
    const again = verdicts.map((one) => ({ ...one, verdict: 'not' as const, note: 'Service non ouvert' }))
    value(await recordChecks(ctx, first, { nominationId, version: 2, verdicts: again }))
    const decision = { outcome: 'inadmissible', reasons: ['not-in-service'], comment: null } as const
    const { decisionId } = value(
      await proposeScreening(ctx, first, { nominationId, version: 3, ...decision }),
    )
    value(await validateScreening(ctx, second, { nominationId, proposalId: decisionId }))
    value(await file({ id: nominationId, signatory: stage.signatory }))
    expect(await proposeAppealAnswer(ctx, early, { nominationId, ...upheld })).toMatchObject({
      reason: 'took-part',
    })
  })

  it('is the first one proposed when two propose at once', async () => {
    const { id, third, fourth } = await appealed()
    const both = await Promise.all(
      [third, fourth].map((hand) => proposeAppealAnswer(ctx, hand, { nominationId: id, ...upheld })),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'already-proposed' })
    expect(
      await scene.count('appeal_answer r JOIN appeal a ON a.id = r.appeal_id', 'a.nomination_id = $1', [id]),
    ).toBe(1)
    expect((await scene.entriesAbout(id)).filter((act) => act === 'appealAnswerProposed')).toHaveLength(1)
  })

  it('takes its proposer and its settler out of a complaint about the procedure', async () => {
    const { id, signatory, third, fourth, campaign } = await appealed()
    const { answerId } = value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...upheld }))
    value(await validateAppealAnswer(ctx, fourth, { nominationId: id, answerId }))
    const { complaintId } = value(
      await fileComplaint(ctx, signatory, {
        ...{
          nominationId: id,
          kind: 'complaint',
          about: 'procedure',
          text: 'Le recours a été instruit tard.',
        },
        key: newKey(),
      }),
    )
    const said = { complaintId, round: 1, outcome: 'unfounded' as const, answer: 'Dans le délai.' }
    for (const hand of [third, fourth]) {
      expect(await answerComplaint(ctx, hand, said)).toMatchObject({ ok: false, reason: 'took-part' })
    }
    const fifth = await scene.given.officer('secretariat', campaign.id)
    expect(await answerComplaint(ctx, fifth, said)).toMatchObject({ ok: true })
  })

  it('leaves the decision standing when it dismisses, after having gone back once', async () => {
    const { id, third, fourth } = await appealed()
    const dismissed = {
      ...{ nominationId: id, outcome: 'dismissed' as const, reasons: ['evidence-insufficient'] },
      answer: 'Rien ne montre la date.',
    }
    const once = value(await proposeAppealAnswer(ctx, third, dismissed))
    const seen = { nominationId: id, answerId: once.answerId }
    expect(await returnAppealAnswer(ctx, fourth, { ...seen, note: ' ' })).toMatchObject({
      reason: 'note-required',
    })
    value(await returnAppealAnswer(ctx, fourth, { ...seen, note: 'Citez la pièce.' }))
    const { answerId } = value(await proposeAppealAnswer(ctx, fourth, dismissed))
    expect(await validateAppealAnswer(ctx, third, seen)).toMatchObject({ reason: 'stale-version' })
    value(await validateAppealAnswer(ctx, third, { nominationId: id, answerId }))
    expect(await scene.stateOf(id)).toBe('inadmissible')
    expect(await proposeAppealAnswer(ctx, third, dismissed)).toMatchObject({ reason: 'already-answered' })
  })

  it('is refused by the tables themselves to a hand of the decision and to one hand twice', async () => {
    const { id, first, second, third } = await appealed()
    const { answerId } = value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...upheld }))
    const settle = (person: string) =>
      test.owner.query(
        `UPDATE appeal_answer SET state = 'validated', settled_by = $2, settled_at = now() WHERE id = $1`,
        [answerId, person],
      )
    await expect(settle(first.personId)).rejects.toThrow(/appeal_uninvolved/)
    await expect(settle(second.personId)).rejects.toThrow(/appeal_uninvolved/)
    await expect(settle(third.personId)).rejects.toThrow(/appeal_two_hands/)
    await expect(
      test.owner.query(`UPDATE appeal SET grounds = 'Autres' WHERE nomination_id = $1`, [id]),
    ).rejects.toThrow()
  })

  it('is hidden from the team while it is only proposed, and from everybody else for good', async () => {
    const { id, signatory, third, fourth } = await appealed()
    const { answerId } = value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...upheld }))
    const rows = (reader: Actor) =>
      readAs(ctx.db.applicant, reader.personId, async (tx) => [
        await tx.appeal.count({ where: { nominationId: id } }),
        await tx.appealAnswer.count({ where: { id: answerId } }),
      ])
    const stranger = await scene.stranger()
    expect(await rows(signatory)).toEqual([1, 0])
    value(await validateAppealAnswer(ctx, fourth, { nominationId: id, answerId }))
    expect(await rows(signatory)).toEqual([1, 1])
    expect(await rows(stranger)).toEqual([0, 0])
  })
})

describe('the pages of an appeal', () => {
  it('offer the form to the signatory alone, while the window is open', async () => {
    const desk = await refused()
    const open = value(await appealScreen(ctx, desk.signatory, desk.id))
    expect(open).toMatchObject({
      ...{
        can: { appeal: true },
        appeal: null,
        decision: { reasons: ['not-in-service'], until: desk.until },
      },
      documents: [{ kind: 'eligibility_decision' }],
    })
    expect(value(await appealScreen(ctx, desk.editor, desk.id))).toMatchObject({
      ...{ can: { appeal: false }, isOpen: true },
    })
    expect(await appealScreen(ctx, await scene.stranger(), desk.id)).toMatchObject({ reason: 'not-found' })
    await test.setNow(desk.until)
    expect(value(await appealScreen(ctx, desk.signatory, desk.id))).toMatchObject({
      ...{ can: { appeal: false }, isOpen: false },
    })
  })

  it('show each hand what it may do, and the team the answer without its hands', async () => {
    const { id, campaign, signatory, first, third, fourth } = await appealed()
    const at = async (hand: Actor) => value(await deskAppeal(ctx, hand, id))
    expect(await at(first)).toMatchObject({ can: { propose: false, settle: false }, refused: 'took-part' })
    expect(await at(third)).toMatchObject({ can: { propose: true, settle: false }, head: { appealed: true } })
    const queue = async (view: 'appeals' | 'decided') => {
      const screen = value(await screeningQueue(ctx, third, campaign.id, { view, after: null }))
      return screen.rows.map(({ id: row, appealed }) => ({ row, appealed }))
    }
    expect(await queue('appeals')).toEqual([{ row: id, appealed: true }])
    const { answerId } = value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...upheld }))
    expect(await at(third)).toMatchObject({ can: { propose: false, settle: false }, answer: { isOwn: true } })
    expect(await at(fourth)).toMatchObject({ can: { propose: false, settle: true }, readsFile: false })
    expect((await at(fourth)).dossier?.answers.length).toBeGreaterThan(10)
    expect((await at(third)).dossier).toBeNull()
    expect(value(await appealScreen(ctx, signatory, id)).answer).toBeNull()
    const home = async () => (await applicantHome(ctx, signatory, null)).nominations[0]
    expect(await home()).toMatchObject({ appealed: true })
    value(await validateAppealAnswer(ctx, fourth, { nominationId: id, answerId }))
    const page = value(await appealScreen(ctx, signatory, id))
    expect(page).toMatchObject({
      answer: { outcome: 'upheld', answer: upheld.answer },
      documents: [{ kind: 'appeal_decision' }, { kind: 'eligibility_decision' }],
    })
    for (const hand of [first, third, fourth]) expect(JSON.stringify(page)).not.toContain(hand.personId)
    expect(await queue('appeals')).toEqual([])
    expect(await home()).toMatchObject({ appealed: false, state: 'admissible' })
    expect(await deskAppeal(ctx, await scene.stranger(), id)).toMatchObject({ reason: 'not-found' })
  })

  it('are what the gates point at until the answer is given', async () => {
    const { id, campaign, third, fourth } = await appealed()
    expect(await openAppeals(ctx.db.office, campaign.id)).toMatchObject([{ id }])
    const dismissed = { outcome: 'dismissed' as const, reasons: ['condition-unmet'], answer: 'Trop récent.' }
    const { answerId } = value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...dismissed }))
    expect(await openAppeals(ctx.db.office, campaign.id)).toMatchObject([{ id }])
    value(await validateAppealAnswer(ctx, fourth, { nominationId: id, answerId }))
    expect(await openAppeals(ctx.db.office, campaign.id)).toEqual([])
  })
})
