import { beforeAll, describe, expect, it } from 'vitest'
import { approveRelease } from '#app/services/results/approve-release.ts'
import { cancelRelease } from '#app/services/results/cancel-release.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { scheduleRelease } from '#app/services/results/schedule-release.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
import { aDecidedCampaign, type Decided } from './a-release.ts'

let test: TestDb
let ctx: TestContext
let decided: Decided
let release: { releaseId: string; snapshotHash: string }
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  decided = await aDecidedCampaign(test, ctx)
})
const NOTHING = { entries: [], notices: [] }
const left = <T>(work: () => Promise<T>) => leftBy(decided.given, work)
const told = async (notice: string) =>
  (
    await test.owner.query('SELECT person_id FROM outbox WHERE notice = $1 ORDER BY person_id', [notice])
  ).rows.map(({ person_id }) => person_id)
const states = async () =>
  (await test.owner.query('SELECT state FROM release ORDER BY prepared_at, id')).rows.map(
    ({ state }) => state,
  )

describe('what an act on a release leaves', () => {
  it('is one entry and the letter to each who may consent, for a release prepared twice at once', async () => {
    const { campaign, embargoUntil, publisher, second, chair, secretariat } = decided
    const input = { campaignId: campaign.id, embargoUntil }
    expect(await left(() => prepareRelease(ctx, secretariat, input))).toMatchObject({
      result: { reason: 'not-found' },
      ...NOTHING,
    })
    const past = { ...input, embargoUntil: (decided.now - 1) as typeof decided.now }
    expect(await left(() => prepareRelease(ctx, publisher, past))).toMatchObject({
      result: { reason: 'embargo-past' },
      ...NOTHING,
    })
    const prepare = () => prepareRelease(ctx, publisher, input)
    expect(await left(() => oneOfTwo('release-unchanged', prepare))).toMatchObject({
      entries: ['releasePrepared'],
      notices: ['release-to-approve', 'release-to-approve', 'release-to-approve'],
    })
    expect(await told('release-to-approve')).toEqual(
      [publisher, second, chair].map(({ personId }) => personId).sort(),
    )
    const { rows } = await test.owner.query(
      'SELECT id AS "releaseId", snapshot_hash AS "snapshotHash" FROM release',
    )
    release = rows[0]
  })

  it('is one entry for a consent given twice at once, and none for a consent refused', async () => {
    const { publisher, chair, secretariat } = decided
    expect(await left(() => approveRelease(ctx, secretariat, release))).toMatchObject({
      result: { ok: false },
      ...NOTHING,
    })
    const approve = () => approveRelease(ctx, publisher, release)
    expect(await left(() => oneOfTwo('own-proposal', approve))).toMatchObject({
      entries: ['releaseApproved'],
      notices: [],
    })
    expect(await left(() => scheduleRelease(ctx, publisher, release))).toMatchObject({
      result: { reason: 'approval-missing' },
      ...NOTHING,
    })
    must(await approveRelease(ctx, chair.actor, release))
  })

  it('is the embargo and a letter to both who consented, once, for a release scheduled twice at once', async () => {
    const { publisher, chair, campaign, embargoUntil } = decided
    const schedule = () => scheduleRelease(ctx, publisher, release)
    expect(await left(() => oneOfTwo('already-scheduled', schedule))).toMatchObject({
      entries: ['releaseScheduled', 'phaseChanged'],
      notices: expect.arrayContaining(['release-scheduled']),
    })
    expect(await told('release-scheduled')).toEqual([publisher.personId, chair.personId].sort())
    const { rows } = await test.owner.query(
      `SELECT DISTINCT facts -> 'releaseAt' AS at FROM outbox WHERE notice = 'release-scheduled'`,
    )
    expect(rows).toEqual([{ at: embargoUntil }])
    expect(await states()).toEqual(['approved'])
    const { rows: phases } = await test.owner.query('SELECT phase FROM campaign WHERE id = $1', [campaign.id])
    expect(phases).toEqual([{ phase: 'embargo' }])
  })

  it('is one entry for a release taken back twice at once, and nothing to whoever may not', async () => {
    const { publisher, secretariat, chair } = decided
    for (const actor of [secretariat, chair.actor])
      expect(await left(() => cancelRelease(ctx, actor, release))).toMatchObject({
        result: { reason: 'not-found' },
        ...NOTHING,
      })
    expect(await states()).toEqual(['approved'])
    const cancel = () => cancelRelease(ctx, publisher, release)
    expect(await left(() => oneOfTwo('release-cancelled', cancel))).toMatchObject({
      entries: ['releaseCancelled'],
      notices: [],
    })
    expect(await states()).toEqual(['cancelled'])
  })
})
