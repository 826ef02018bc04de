import { beforeAll, describe, expect, it } from 'vitest'
import { releasePage } from '#app/queries/release/release-page.ts'
import { approveRelease } from '#app/services/results/approve-release.ts'
import { cancelRelease } from '#app/services/results/cancel-release.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { scheduleRelease } from '#app/services/results/schedule-release.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
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
const states = async () =>
  (await test.owner.query('SELECT state FROM release ORDER BY prepared_at, id')).rows.map(
    ({ state }) => state,
  )

describe('preparing a release', () => {
  it('is the publisher’s alone, once for one snapshot, and asks for consents without a name', async () => {
    const input = { campaignId: decided.campaign.id, embargoUntil: decided.embargoUntil }
    expect(await prepareRelease(ctx, decided.secretariat, input)).toMatchObject({ reason: 'not-found' })
    const answers = await Promise.all([
      prepareRelease(ctx, decided.publisher, input),
      prepareRelease(ctx, decided.second, input),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'release-unchanged' })
    release = must(answers.find((answer) => answer.ok)!)
    expect(await states()).toEqual(['prepared'])
    const { rows } = await test.owner.query(`SELECT facts FROM outbox WHERE notice = 'release-to-approve'`)
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain('Service de démonstration')
  })
})

describe('two consents', () => {
  it('are of two accounts; one is not enough, nor the same one twice', async () => {
    const { publisher, chair } = decided
    expect(await scheduleRelease(ctx, publisher, release)).toMatchObject({ reason: 'approval-missing' })
    expect(await approveRelease(ctx, publisher, { ...release, snapshotHash: 'f'.repeat(64) })).toMatchObject({
      reason: 'snapshot-changed',
    })
    const twice = await Promise.all([
      approveRelease(ctx, publisher, release),
      approveRelease(ctx, publisher, release),
    ])
    expect(twice.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await scheduleRelease(ctx, publisher, release)).toMatchObject({ reason: 'approval-missing' })
    expect(await approveRelease(ctx, decided.jurors[1]!.actor, release)).toMatchObject({
      reason: 'not-found',
    })
    expect(must(await approveRelease(ctx, chair.actor, release)).approved).toBe(true)
    expect(await publishResults(ctx, publisher, release)).toMatchObject({ ok: false })
  })

  it('are void for another snapshot: preparing again asks for both anew', async () => {
    const later = must(
      await prepareRelease(ctx, decided.publisher, {
        campaignId: decided.campaign.id,
        embargoUntil: (decided.embargoUntil + 60_000) as typeof decided.embargoUntil,
      }),
    )
    expect(later.snapshotHash).not.toBe(release.snapshotHash)
    expect(await states()).toEqual(['cancelled', 'prepared'])
    expect(await scheduleRelease(ctx, decided.publisher, later)).toMatchObject({ reason: 'approval-missing' })
    expect(await scheduleRelease(ctx, decided.publisher, release)).toMatchObject({
      reason: 'release-cancelled',
    })
    must(await cancelRelease(ctx, decided.publisher, later))
    expect(await states()).toEqual(['cancelled', 'cancelled'])
    release = await decided.prepared()
  })

  it('do not cover what changed behind them', async () => {
    must(await approveRelease(ctx, decided.publisher, release))
    await test.owner.query(
      `UPDATE nomination SET title = '{"fr":"Autre nom","ar":"اسم آخر"}' WHERE id = $1`,
      [decided.files[0]!.id],
    )
    expect(await approveRelease(ctx, decided.second, release)).toMatchObject({ reason: 'snapshot-changed' })
  })

  it('are refused when the second computation differs, and the page says where', async () => {
    const [file] = decided.files
    await test.owner.query(`
      ALTER FUNCTION shadow_tally(uuid) RENAME TO first_shadow;
      CREATE FUNCTION shadow_tally(of_campaign uuid) RETURNS TABLE (category text, nomination_id uuid, state text, score text,
        place int, decided_by text, sheets int, eligible int, quorum int) LANGUAGE sql STABLE AS $$
        SELECT s.category, s.nomination_id, s.state, CASE s.nomination_id WHEN '${file!.id}' THEN '5000001/100000' ELSE s.score END,
          s.place, s.decided_by, s.sheets, s.eligible, s.quorum FROM first_shadow(of_campaign) s $$;
      GRANT EXECUTE ON FUNCTION shadow_tally(uuid) TO imtiyaz_office`)
    const answer = await prepareRelease(ctx, decided.publisher, {
      campaignId: decided.campaign.id,
      embargoUntil: decided.embargoUntil,
    })
    expect(answer).toMatchObject({ reason: 'gate-closed', facts: { blockers: ['shadow-tally-differs'] } })
    const page = must(await releasePage(ctx, decided.publisher, decided.campaign.id))
    const { rows } = await test.owner.query(
      `SELECT n.reference, (SELECT score FROM first_shadow(n.campaign_id) WHERE nomination_id = n.id) AS score
       FROM nomination n WHERE n.id = $1`,
      [file!.id],
    )
    expect(page.blockers).toEqual([
      expect.objectContaining({
        code: 'shadow-tally-differs',
        differences: [
          { reference: rows[0].reference, field: 'score', official: rows[0].score, shadow: '5000001/100000' },
        ],
      }),
    ])
    await test.owner.query(
      'DROP FUNCTION shadow_tally(uuid); ALTER FUNCTION first_shadow(uuid) RENAME TO shadow_tally',
    )
  })

  it('are refused when the sheets no longer give the recorded ranking', async () => {
    await test.owner.query('ALTER TABLE score DISABLE TRIGGER USER')
    const { rows } = await test.owner.query(
      `SELECT sheet_id, criterion FROM score WHERE level = 2 ORDER BY sheet_id, criterion LIMIT 1`,
    )
    const at = [rows[0].sheet_id, rows[0].criterion]
    await test.owner.query('UPDATE score SET level = 5 WHERE sheet_id = $1 AND criterion = $2', at)
    const answer = await prepareRelease(ctx, decided.publisher, {
      campaignId: decided.campaign.id,
      embargoUntil: decided.embargoUntil,
    })
    expect(answer).toMatchObject({ reason: 'gate-closed', facts: { blockers: ['ranking-differs'] } })
    await test.owner.query('UPDATE score SET level = 2 WHERE sheet_id = $1 AND criterion = $2', at)
  })
})
