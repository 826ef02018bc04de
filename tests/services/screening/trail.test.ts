import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#app/services/context.ts'
import { answerCategory } from '#app/services/nomination/answer-category.ts'
import { answerCompletion } from '#app/services/nomination/answer-completion.ts'
import { fileAppeal } from '#app/services/nomination/file-appeal.ts'
import { lapseCompletions } from '#app/services/nomination/lapse-completions.ts'
import { proposeAppealAnswer } from '#app/services/nomination/propose-appeal-answer.ts'
import { proposeCategory } from '#app/services/nomination/propose-category.ts'
import { proposeScreening } from '#app/services/nomination/propose-screening.ts'
import { recordChecks } from '#app/services/nomination/record-checks.ts'
import { requestCompletion } from '#app/services/nomination/request-completion.ts'
import { returnScreening } from '#app/services/nomination/return-screening.ts'
import { returnAppealAnswer } from '#app/services/nomination/settle-appeal-answer.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
import { createScene, DAY_OF_WORK, newKey } from '../nomination/scene.ts'
import { aRefusal, value } from './a-refusal.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

async function desk() {
  const stage = await scene.submitted('screening')
  const clerk = () => scene.given.officer('secretariat', stage.campaign.id)
  const clerks = [await clerk(), await clerk(), await clerk()] as const
  return { ...stage, clerks, id: stage.nomination.id }
}
const told = async (notice: string, nominationId: string) =>
  (
    await test.owner.query<{ person_id: string }>(
      `SELECT person_id FROM outbox WHERE notice = $1 AND facts->>'nominationId' = $2 ORDER BY person_id`,
      [notice, nominationId],
    )
  ).rows.map((row) => row.person_id)
const ids = (...people: readonly { readonly personId: string }[]) =>
  people.map(({ personId }) => personId).sort()

describe('the decision of two clerks', () => {
  async function checked() {
    const at = await desk()
    const verdicts = at.campaign.regulation.screening.checks.map(({ code }) => ({
      ...{ code, note: null },
      verdict: 'compliant' as const,
    }))
    value(await recordChecks(ctx, at.clerks[0], { nominationId: at.id, version: 1, verdicts }))
    return at
  }
  const admissible = { outcome: 'admissible', reasons: [], comment: null } as const

  it('is proposed once of two at once, with one entry, and tells the other clerks that one of them is awaited', async () => {
    const { id, clerks } = await checked()
    const [first, second, third] = clerks
    const left = await leftBy(scene.given, () =>
      oneOfTwo(
        'stale-version',
        () => proposeScreening(ctx, first, { nominationId: id, version: 2, ...admissible }),
        test,
      ),
    )
    expect(left).toMatchObject({
      entries: ['screeningProposed'],
      notices: ['screening-to-validate', 'screening-to-validate'],
    })
    expect(await told('screening-to-validate', id)).toEqual(ids(second, third))
  })

  it('goes back once of two at once, with one entry, and tells whoever proposed it', async () => {
    const { id, clerks } = await checked()
    const [first, second, third] = clerks
    const { decisionId: proposalId } = value(
      await proposeScreening(ctx, first, { nominationId: id, version: 2, ...admissible }),
    )
    const seen = { nominationId: id, proposalId, note: 'Revoir la catégorie.' }
    const left = await leftBy(scene.given, () =>
      oneOfTwo('not-proposed', (which) => returnScreening(ctx, [second, third][which]!, seen), test),
    )
    expect(left).toMatchObject({ entries: ['screeningReturned'], notices: ['screening-returned'] })
    expect(await told('screening-returned', id)).toEqual([first.personId])
    const { rows } = await test.owner.query('SELECT state FROM screening_decision WHERE nomination_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ state: 'returned' }])
  })
})

describe('the one completion request', () => {
  const asked = { version: 1, reasons: ['evidence-missing'], message: 'Joignez le relevé de 2025.' }

  it('has one entry when it is asked, once of two at once, and one when it is answered', async () => {
    const { id, clerks, editor, signatory } = await desk()
    const ask = (which: 0 | 1) => requestCompletion(ctx, clerks[which], { nominationId: id, ...asked })
    const left = await leftBy(scene.given, () => oneOfTwo('stale-version', ask, test))
    expect(left).toMatchObject({
      entries: ['completionRequested'],
      notices: ['completion-requested', 'completion-requested'],
    })
    expect(await told('completion-requested', id)).toEqual(ids(editor, signatory))
    const post = { nominationId: id, received: DAY_OF_WORK, seenDigest: await scene.digestOf(id) }
    // Two windows, each with a key of its own: one deposit, and the other is told that nothing is asked any more.
    const answered = await leftBy(scene.given, () =>
      oneOfTwo('no-open-request', () => answerCompletion(ctx, signatory, { ...post, key: newKey() }), test),
    )
    expect(answered.entries).toEqual(['completionAnswered'])
    expect(await told('completion-received', id)).toEqual(ids(editor, signatory, ...clerks))
  })

  it('ends at its due instant with one entry, and tells the team and the desk', async () => {
    const { id, clerks, editor, signatory } = await desk()
    const { dueAt } = value(await requestCompletion(ctx, clerks[0], { nominationId: id, ...asked }))
    await test.setNow(dueAt)
    const left = await leftBy(scene.given, () => lapseCompletions(ctx))
    expect(left).toMatchObject({ result: 1, entries: ['completionLapsed'] })
    expect(await told('completion-lapsed', id)).toEqual(ids(editor, signatory, ...clerks))
    expect(await leftBy(scene.given, () => lapseCompletions(ctx))).toEqual({
      ...{ result: 0, entries: [], notices: [] },
    })
  })
})

describe('another category', () => {
  it.each([
    ['agree', 'agreed', 'categoryChanged'],
    ['refuse', 'refused', 'categoryRefused'],
  ] as const)('tells the desk what the signatory answered: %s', async (outcome, said, act) => {
    const { id, clerks, signatory, campaign } = await desk()
    const category = Object.keys(campaign.categories).at(-1) ?? ''
    const reason = { ar: 'الخدمة محتوى رقمي.', fr: 'Le service est un contenu.' }
    value(await proposeCategory(ctx, clerks[0], { nominationId: id, version: 1, category, reason }))
    const { rows } = await test.owner.query('SELECT id FROM category_proposal WHERE nomination_id = $1', [id])
    const left = await leftBy(scene.given, () =>
      answerCategory(ctx, signatory, {
        ...{ nominationId: id, proposalId: rows[0].id, outcome, answer: '', received: DAY_OF_WORK },
      }),
    )
    expect(left).toMatchObject({ result: { ok: true }, entries: [act] })
    expect(await told('category-answered', id)).toEqual(ids(...clerks))
    const letters = await test.owner.query(
      `SELECT DISTINCT facts->>'outcome' AS outcome FROM outbox WHERE notice = 'category-answered' AND facts->>'nominationId' = $1`,
      [id],
    )
    expect(letters.rows).toEqual([{ outcome: said }])
  })
})

describe('the answer to an appeal', () => {
  it('tells who may validate it, and goes back to whoever proposed it, once of two at once', async () => {
    const { id, signatory, third, fourth, campaign } = await aRefusal(test, ctx, scene)
    const fifth = await scene.given.officer('secretariat', campaign.id)
    value(
      await fileAppeal(ctx, signatory, {
        ...{ nominationId: id, received: DAY_OF_WORK, grounds: 'Le service est ouvert depuis mars.' },
      }),
    )
    const proposed = await leftBy(scene.given, () =>
      proposeAppealAnswer(ctx, third, {
        ...{ nominationId: id, outcome: 'upheld', reasons: ['fact-mistaken'] },
        answer: 'Le service était ouvert.',
      }),
    )
    expect(proposed).toMatchObject({
      entries: ['appealAnswerProposed'],
      notices: ['appeal-to-validate', 'appeal-to-validate'],
    })
    expect(await told('appeal-to-validate', id)).toEqual(ids(fourth, fifth))
    const { answerId } = value(proposed.result)
    const seen = { nominationId: id, answerId, note: 'Citez la pièce.' }
    const left = await leftBy(scene.given, () =>
      oneOfTwo('not-proposed', (which) => returnAppealAnswer(ctx, [fourth, fifth][which]!, seen), test),
    )
    expect(left).toMatchObject({ entries: ['appealAnswerReturned'], notices: ['appeal-returned'] })
    expect(await told('appeal-returned', id)).toEqual([third.personId])
  })
})
