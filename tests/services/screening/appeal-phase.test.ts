import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Context } from '#app/services/context.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { deskAppeal } from '#app/queries/secretariat/appeal.ts'
import { phaseGate } from '#app/queries/organiser/phase-gate.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { fileAppeal } from '#app/services/nomination/file-appeal.ts'
import { proposeAppealAnswer } from '#app/services/nomination/propose-appeal-answer.ts'
import { validateAppealAnswer } from '#app/services/nomination/settle-appeal-answer.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK } from '../nomination/scene.ts'
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

/** The act begins while somebody who has found no open appeal moves the campaign out of evaluation. */
async function whileEvaluationCloses<T>(campaignId: string, act: () => Promise<T>): Promise<T> {
  await test.owner.query('BEGIN')
  await test.owner.query('SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE', [campaignId])
  const acted = act()
  await test.owner.query('SELECT pg_sleep(0.3)')
  await test.owner.query(`UPDATE campaign SET phase = 'deliberation' WHERE id = $1`, [campaignId])
  await test.owner.query('COMMIT')
  return acted
}

it('is not filed into a phase in which nobody answers it any more', async () => {
  const { id, campaign, signatory } = await aRefusal(test, ctx, scene)
  const filing = { nominationId: id, received: DAY_OF_WORK, grounds: 'Le service est ouvert.' }
  expect(await whileEvaluationCloses(campaign.id, () => fileAppeal(ctx, signatory, filing))).toMatchObject({
    reason: 'wrong-phase',
  })
  expect(await scene.count('appeal', 'nomination_id = $1', [id])).toBe(0)
})

it('admits nothing once the evaluation has closed', async () => {
  const { id, campaign, signatory, third, fourth } = await aRefusal(test, ctx, scene)
  const filing = { nominationId: id, received: DAY_OF_WORK, grounds: 'Le service est ouvert.' }
  value(await fileAppeal(ctx, signatory, filing))
  const upheld = { outcome: 'upheld', reasons: ['fact-mistaken'], answer: 'Il était ouvert.' } as const
  const { answerId } = value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...upheld }))
  const seen = { nominationId: id, answerId }
  expect(
    await whileEvaluationCloses(campaign.id, () => validateAppealAnswer(ctx, fourth, seen)),
  ).toMatchObject({ reason: 'wrong-phase' })
  expect(await scene.stateOf(id)).toBe('inadmissible')
})

it('keeps the edition in its evaluation until its window has closed, whether it is used or not', async () => {
  const { id, campaign, nomination, until, fourth } = await aRefusal(test, ctx, scene)
  await test.owner.query(`UPDATE campaign SET phase = 'evaluation' WHERE id = $1`, [campaign.id])
  const leave = () =>
    advancePhase(ctx, fourth, { campaignId: campaign.id, from: 'evaluation', to: 'deliberation' })
  await test.setNow(instant(until - 1))
  const before = await scene.given.trace()
  expect(await leave()).toMatchObject({ reason: 'blocked', facts: { codes: ['appeal-window-open'] } })
  expect(await scene.given.trace()).toEqual(before)
  const { exits } = value(await phaseGate(ctx, fourth, campaign.id))
  expect(exits.find(({ to }) => to === 'deliberation')?.blockers).toMatchObject([
    { code: 'appeal-window-open', facts: { until }, target: { screen: 'appeal', id } },
  ])
  expect(value(await deskAppeal(ctx, fourth, nomination.id))).toMatchObject({
    ...{ appeal: null, decision: { until }, can: { propose: false, settle: false }, dossier: null },
  })
  await test.setNow(until)
  expect(await leave()).toMatchObject({ ok: true })
})

it('keeps it no longer by the window once it is used, but by the appeal', async () => {
  const { id, campaign, signatory, fourth } = await aRefusal(test, ctx, scene)
  value(await fileAppeal(ctx, signatory, { nominationId: id, received: DAY_OF_WORK, grounds: 'Ouvert.' }))
  await test.owner.query(`UPDATE campaign SET phase = 'evaluation' WHERE id = $1`, [campaign.id])
  expect(
    await advancePhase(ctx, fourth, { campaignId: campaign.id, from: 'evaluation', to: 'deliberation' }),
  ).toMatchObject({ reason: 'blocked', facts: { codes: ['appeal-open'] } })
})
