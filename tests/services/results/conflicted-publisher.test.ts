import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, OfficeRole } from '#app/domain/access/actor.ts'
import { releasePage } from '#app/queries/release/release-page.ts'
import { openMatrix } from '#app/services/audit/open-matrix.ts'
import { approveRelease } from '#app/services/results/approve-release.ts'
import { cancelRelease } from '#app/services/results/cancel-release.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { scheduleRelease } from '#app/services/results/schedule-release.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aScheduledRelease } from './a-release.ts'

let test: TestDb
let ctx: TestContext
let scene: Awaited<ReturnType<typeof aScheduledRelease>>
let bodies: readonly string[]
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = await aScheduledRelease(test, ctx)
  bodies = [scene.files[0]!.administration, await scene.partnered(scene.files[3]!.id)]
})
const officer = async (role: OfficeRole, administration: string | null): Promise<Actor> => {
  const { personId } = await scene.given.officer(role, scene.campaign.id)
  if (administration !== null) await scene.given.mandate({ person: personId, administration })
  return scene.given.actor(personId)
}
const page = async (actor: Actor) => must(await releasePage(ctx, actor, scene.campaign.id))

describe('who acts for a body that competes', () => {
  it('reads no result before its release as its publisher or auditor, and is told why', async () => {
    for (const body of bodies)
      for (const role of ['publisher', 'auditor'] as const) {
        const shown = await page(await officer(role, body))
        expect(shown).toMatchObject({ isApart: true, categories: null, release: null, approvals: [] })
        expect(Object.values(shown.may)).toEqual([false, false, false, false, false])
      }
    const shown = await page(await officer('publisher', null))
    expect(shown).toMatchObject({ isApart: false, release: { state: 'scheduled' } })
    expect(shown.categories).not.toBeNull()
  })

  it('neither prepares, approves, schedules, cancels nor publishes it, and leaves no trace', async () => {
    const { campaign, releaseId, snapshotHash, embargoUntil } = scene
    for (const body of bodies) {
      const publisher = await officer('publisher', body)
      const before = await scene.given.trace()
      for (const refused of [
        await prepareRelease(ctx, publisher, { campaignId: campaign.id, embargoUntil }),
        await approveRelease(ctx, publisher, { releaseId, snapshotHash }),
        await scheduleRelease(ctx, publisher, { releaseId }),
        await cancelRelease(ctx, publisher, { releaseId }),
        await publishResults(ctx, publisher, { releaseId }),
      ])
        expect(refused).toMatchObject({ ok: false, reason: 'actor-conflicted' })
      expect(await scene.given.trace()).toEqual(before)
    }
  })

  it('opens no matrix of the sheets as auditor', async () => {
    const [body] = bodies
    const before = await scene.given.trace()
    expect(await openMatrix(ctx, await officer('auditor', body!), scene.campaign.id)).toMatchObject({
      reason: 'actor-conflicted',
    })
    expect(await scene.given.trace()).toEqual(before)
    expect((await openMatrix(ctx, await officer('auditor', null), scene.campaign.id)).ok).toBe(true)
  })

  it('reads it with everybody once it is out', async () => {
    await test.setNow(scene.embargoUntil)
    must(await publishResults(ctx, scene.publisher, { releaseId: scene.releaseId }))
    const shown = await page(await officer('publisher', bodies[0]!))
    expect(shown).toMatchObject({ isApart: false, release: { state: 'published' } })
  })
})
