import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'
import { answerCategory } from '#app/services/nomination/answer-category.ts'
import { proposeCategory } from '#app/services/nomination/propose-category.ts'
import { proposeScreening } from '#app/services/nomination/propose-screening.ts'
import { recordChecks } from '#app/services/nomination/record-checks.ts'
import { takeBackCategory } from '#app/services/nomination/take-back-category.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK } from '../nomination/scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

const LATER = instant(DAY_OF_WORK + 60_000)
const reason = { ar: 'الخدمة محتوى رقمي.', fr: 'Le service est un contenu.' }

async function desk() {
  const stage = await scene.submitted('screening')
  const first = await scene.given.officer('secretariat', stage.campaign.id)
  const second = await scene.given.officer('secretariat', stage.campaign.id)
  const id = stage.nomination.id
  const [from, to] = [await categoryOf(id), Object.keys(stage.campaign.categories).at(-1) ?? '']
  return { ...stage, first, second, id, from, to }
}
const row = async <T>(sql: string, id: string): Promise<T> => (await test.owner.query(sql, [id])).rows[0] as T
async function categoryOf(id: string): Promise<string> {
  const found = await row<{ code: string }>(
    'SELECT k.code FROM nomination n JOIN category k ON k.id = n.category_id WHERE n.id = $1',
    id,
  )
  return found.code
}
const versionOf = async (id: string) =>
  (await row<{ v: number }>('SELECT screening_version AS v FROM nomination WHERE id = $1', id)).v
const propose = async (actor: Actor, nominationId: string, category: string, version?: number) =>
  proposeCategory(ctx, actor, {
    ...{ nominationId, category, reason },
    version: version ?? (await versionOf(nominationId)),
  })
const seenOn = async (nominationId: string) => ({
  nominationId,
  proposalId: (
    await row<{ id: string }>(
      `SELECT id FROM category_proposal WHERE nomination_id = $1 ORDER BY state = 'open' DESC LIMIT 1`,
      nominationId,
    )
  ).id,
})
const answer = async (
  actor: Actor,
  nominationId: string,
  outcome: 'agree' | 'refuse' = 'agree',
  received: Instant = DAY_OF_WORK,
) => answerCategory(ctx, actor, { ...(await seenOn(nominationId)), outcome, answer: '', received })
const stateOf = async (nominationId: string) =>
  (await row<{ state: string }>('SELECT state FROM category_proposal WHERE nomination_id = $1', nominationId))
    .state

describe('another category', () => {
  it('is proposed by the desk and entered when the signatory agrees, with its trail and its letters', async () => {
    const { id, first, signatory, editor, from, to } = await desk()
    expect((await propose(first, id, to)).ok).toBe(true)
    expect(await categoryOf(id)).toBe(from)
    expect(await answer(editor, id)).toMatchObject({ ok: false, reason: 'not-signatory' })
    expect(await answer(await scene.stranger(), id)).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await answer(signatory, id)).toMatchObject({ ok: true, value: { category: to } })
    expect(await categoryOf(id)).toBe(to)
    expect((await scene.entriesAbout(id)).slice(-2)).toEqual(['categoryProposed', 'categoryChanged'])
    const told = await scene.noticesAbout(id)
    expect(told.filter((name) => name === 'category-proposed')).toHaveLength(2)
    expect(told.filter((name) => name === 'category-changed')).toHaveLength(2)
    expect(await answer(signatory, id)).toMatchObject({ ok: false, reason: 'no-open-category' })
  })

  it('asks every check anew, and keeps what was written before', async () => {
    const { id, first, signatory, to, campaign } = await desk()
    const verdicts = campaign.regulation.screening.checks.map(({ code }) => ({
      ...{ code, note: null },
      verdict: 'compliant' as const,
    }))
    const admit = async () =>
      proposeScreening(ctx, first, {
        ...{ nominationId: id, outcome: 'admissible' as const, reasons: [], comment: null },
        version: await versionOf(id),
      })
    await recordChecks(ctx, first, { nominationId: id, version: await versionOf(id), verdicts })
    await propose(first, id, to)
    expect(await admit()).toMatchObject({ ok: false, reason: 'category-open' })
    await answer(signatory, id)
    expect(await admit()).toMatchObject({ ok: false, reason: 'checks-missing' })
    expect(await scene.count('screening_check', 'nomination_id = $1', [id])).toBe(verdicts.length)
    await test.setNow(LATER)
    await recordChecks(ctx, first, { nominationId: id, version: await versionOf(id), verdicts })
    expect((await admit()).ok).toBe(true)
  })

  it('leaves the file where it was when the signatory refuses or the desk takes it back', async () => {
    const { id, first, second, signatory, from, to } = await desk()
    await propose(first, id, to)
    expect((await answer(signatory, id, 'refuse')).ok).toBe(true)
    expect(await stateOf(id)).toBe('refused')
    expect((await propose(first, id, to)).ok).toBe(true)
    expect((await takeBackCategory(ctx, second, await seenOn(id))).ok).toBe(true)
    expect(await answer(signatory, id)).toMatchObject({ ok: false })
    expect(await categoryOf(id)).toBe(from)
    expect((await scene.entriesAbout(id)).slice(-3)).toEqual([
      'categoryRefused',
      'categoryProposed',
      'categoryTakenBack',
    ])
    expect(await scene.noticesAbout(id)).toContain('category-taken-back')
  })

  it('is not taken from a stale page, after its term, or once a juror holds the file', async () => {
    const { id, first, signatory, to, campaign, from } = await desk()
    expect(await propose(first, id, to, 99)).toMatchObject({ ok: false, reason: 'stale-version' })
    await propose(first, id, to)
    const seen = await seenOn(id)
    const other = { ...seen, proposalId: '00000000-0000-4000-8000-00000000beef' }
    expect(
      await answerCategory(ctx, signatory, { ...other, outcome: 'agree', answer: '', received: DAY_OF_WORK }),
    ).toMatchObject({ reason: 'stale-version' })
    expect(await takeBackCategory(ctx, first, other)).toMatchObject({ reason: 'stale-version' })
    const { due } = await row<{ due: Date }>(
      'SELECT due_at AS due FROM category_proposal WHERE nomination_id = $1',
      id,
    )
    await test.setNow(instant(due.getTime()))
    expect(await answer(signatory, id, 'agree', instant(due.getTime()))).toMatchObject({
      reason: 'deadline-passed',
    })
    await test.setNow(DAY_OF_WORK)
    const seat = await scene.given.seat({ campaign: campaign.id, code: 'siege' })
    await scene.given.assignment({ seat: seat.id, nomination: id })
    expect(await answer(signatory, id)).toMatchObject({ reason: 'jury-began' })
    expect(await categoryOf(id)).toBe(from)
    expect(await stateOf(id)).toBe('open')
  })

  it('keeps one of two proposals, one of an answer and a taking back, and one of two answers at once', async () => {
    const { id, first, second, signatory, to } = await desk()
    const version = await versionOf(id)
    const both = await Promise.all([propose(first, id, to, version), propose(second, id, to, version)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await scene.count('category_proposal', 'nomination_id = $1', [id])).toBe(1)
    const seen = await seenOn(id)
    const yes = { ...seen, outcome: 'agree', answer: '', received: DAY_OF_WORK } as const
    const ends = await Promise.all([
      answerCategory(ctx, signatory, yes),
      answerCategory(ctx, signatory, yes),
      takeBackCategory(ctx, second, seen),
    ])
    expect(ends.filter((one) => one.ok)).toHaveLength(1)
    const settled = ['categoryChanged', 'categoryTakenBack']
    expect((await scene.entriesAbout(id)).filter((act) => settled.includes(act))).toHaveLength(1)
  })

  it('never passes the number of nominations per category, however many agree at once', async () => {
    const { id, first, signatory, to, campaign, body } = await desk()
    const limit = campaign.regulation.participation.perAdministrationAndCategory
    const files = [id]
    for (let more = 0; more < limit; more += 1) {
      const file = await scene.given.nomination({ campaign, administration: body.id, state: 'submitted' })
      files.push(file.id)
    }
    for (const file of files) expect((await propose(first, file, to)).ok).toBe(true)
    const answers = await Promise.all(files.map((file) => answer(signatory, file)))
    expect(answers.filter((one) => one.ok)).toHaveLength(limit)
    expect(answers.find((one) => !one.ok)).toMatchObject({ reason: 'quota-reached' })
  })
})

describe('the table of categories proposed', () => {
  it('moves no nomination without the agreement, and lets nothing of an ended proposal change', async () => {
    const { id, first, signatory, to, campaign } = await desk()
    const move = () =>
      test.owner.query('UPDATE nomination SET category_id = $2 WHERE id = $1', [id, campaign.categories[to]])
    await expect(move()).rejects.toThrow(/agreement/)
    await propose(first, id, to)
    await expect(move()).rejects.toThrow(/agreement/)
    await answer(signatory, id, 'refuse')
    await expect(
      test.owner.query(`UPDATE category_proposal SET state = 'agreed' WHERE nomination_id = $1`, [id]),
    ).rejects.toThrow(/never change/)
    await expect(move()).rejects.toThrow(/agreement/)
  })

  it('shows a team its own proposals alone', async () => {
    const { id, first, to, editor } = await desk()
    await propose(first, id, to)
    const seenBy = async (actor: Actor) =>
      ctx.db.applicant.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.user', ${actor.personId}, true)`
        return tx.categoryProposal.count({ where: { nominationId: id } })
      })
    expect(await seenBy(editor)).toBe(1)
    expect(await seenBy(await scene.stranger())).toBe(0)
  })
})
