import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import * as completionRoute from '#app/routes/applicant/completion.tsx'
import { createScene, DAY_OF_WORK, newKey } from '#tests/services/nomination/scene.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { post } from '#tests/support/request.ts'

let test: TestDb
let ctx: TestContext
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
  await test.setNow(DAY_OF_WORK)
})

describe('the answer to a completion request', () => {
  it('is what its button says: a post that asks for anything else is refused and sends nothing', async () => {
    const { nomination, signatory } = await scene.stage({ phase: 'screening', state: 'completion_requested' })
    await scene.given.insert('completion_request', {
      ...{
        id: randomUUID(),
        nomination_id: nomination.id,
        reasons: ['evidence-missing'],
        message: 'Un texte.',
      },
      ...{ requested_by: randomUUID(), requested_at: new Date(DAY_OF_WORK - 1000) },
      due_at: new Date(DAY_OF_WORK + 86_400_000),
    })
    const cookie = await scene.given.signedIn(signatory.personId)
    const { version } = await scene.seen(nomination.id)
    const shown = { digest: await scene.digestOf(nomination.id), version: String(version), key: newKey() }
    const sent = (intent: string) =>
      post(ctx, completionRoute, { ...shown, intent }, { locale: 'fr', nominationId: nomination.id }, cookie)
    expect(await sent('cancel')).toMatchObject({ status: 400 })
    expect(await scene.stateOf(nomination.id)).toBe('completion_requested')
    expect(await scene.count('dossier_version', 'nomination_id = $1', [nomination.id])).toBe(0)
    expect(await sent('submit')).toMatchObject({ status: 303 })
    expect(await scene.stateOf(nomination.id)).not.toBe('completion_requested')
  })
})
