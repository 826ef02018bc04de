import { beforeAll, expect, it } from 'vitest'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { conveneSession } from '#app/services/deliberation/convene-session.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { constitutePanel } from '#app/services/jury/constitute-panel.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aDecidedCampaign } from '#tests/services/results/a-release.ts'
import { aMeeting, aScoredCampaign, must } from './a-meeting.ts'

let test: TestDb
let ctx: TestContext
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})
/** The hands that the log names for an act of a campaign, in order. */
const handsOf = async (campaignId: string, act: string): Promise<readonly string[]> => {
  const { rows } = await test.owner.query<{ role: string }>(
    'SELECT actor_role AS role FROM audit_entry WHERE campaign_id = $1 AND act = $2 ORDER BY id',
    [campaignId, act],
  )
  return rows.map(({ role }) => role)
}

it('names the president who convenes as such', async () => {
  const { campaign, chair, jurors, now } = await aScoredCampaign(test, ctx)
  const secretarySeatId = jurors[0]!.seatId
  const call = {
    campaignId: campaign.id,
    convenedFor: now,
    place: { ar: 'الرباط', fr: 'Rabat' },
    secretarySeatId,
  }
  must(await conveneSession(ctx, chair.actor, call))
  expect(await handsOf(campaign.id, 'sessionConvened')).toEqual(['chair'])
})

it('names the president as such who is of the secretariat of another campaign', async () => {
  const met = await aMeeting(test, ctx)
  const other = await met.given.campaign({ phase: 'preparation' })
  await met.given.grant({ person: met.chair.personId, role: 'secretariat', campaign: other.id })
  const chair = await met.given.actor(met.chair.personId)
  const itemId = met.items[0]!.id
  must(await openItem(ctx, chair, { itemId }))
  const { motionId } = must(await openMotion(ctx, chair, { itemId, kind: 'award' }))
  for (const voter of [met.chair.actor, met.jurors[0]!.actor]) {
    must(await castBallot(ctx, voter, { motionId, choice: { kind: 'award', choice: 'award' } }))
  }
  must(await closeMotion(ctx, chair, { motionId }))
  expect(await handsOf(met.campaign.id, 'itemOpened')).toEqual(['chair'])
  expect(await handsOf(met.campaign.id, 'ballotCast')).toEqual(['chair', 'juror'])
})

it('names the member who keeps the record and signs after the president as a member', async () => {
  const { campaign } = await aDecidedCampaign(test, ctx)
  expect(await handsOf(campaign.id, 'minutesSigned')).toEqual(['chair', 'juror'])
})

it('names a clerk who sets up the seats of the jury as such', async () => {
  const panel = await aPanel(test, { phase: 'nominations' })
  const clerk = await panel.given.officer('secretariat', panel.campaign.id)
  must(await constitutePanel(ctx, clerk, { campaignId: panel.campaign.id }))
  expect(await handsOf(panel.campaign.id, 'panelConstituted')).toEqual(['secretariat'])
})
