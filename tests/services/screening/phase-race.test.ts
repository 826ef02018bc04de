import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Context } from '#app/services/context.ts'
import { proposeScreening } from '#app/services/nomination/propose-screening.ts'
import { recordChecks } from '#app/services/nomination/record-checks.ts'
import { validateScreening } from '#app/services/nomination/validate-screening.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK } from '../nomination/scene.ts'
import { value } from './a-refusal.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

/** The gate of evaluation has counted the readers and the declarations of the admitted files, and turns the campaign. */
it('admits no file while the evaluation opens without its readers and its declarations', async () => {
  const { campaign, nomination } = await scene.submitted('screening')
  const [first, second] = [
    await scene.given.officer('secretariat', campaign.id),
    await scene.given.officer('secretariat', campaign.id),
  ]
  const nominationId = nomination.id
  const verdicts = campaign.regulation.screening.checks.map(({ code }) => ({
    ...{ code, verdict: 'compliant' as const, note: null },
  }))
  value(await recordChecks(ctx, first, { nominationId, version: 1, verdicts }))
  const admissible = { nominationId, version: 2, outcome: 'admissible', reasons: [], comment: null } as const
  const { decisionId: proposalId } = value(await proposeScreening(ctx, first, admissible))
  await test.owner.query('BEGIN')
  await test.owner.query('SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE', [campaign.id])
  const acted = validateScreening(ctx, second, { nominationId, proposalId })
  await test.owner.query('SELECT pg_sleep(0.3)')
  await test.owner.query(`UPDATE campaign SET phase = 'evaluation' WHERE id = $1`, [campaign.id])
  await test.owner.query('COMMIT')
  expect(await acted).toMatchObject({ ok: false, reason: 'wrong-phase' })
  expect(await scene.stateOf(nominationId)).toBe('submitted')
})
