import { hashBy } from '#app/domain/audit/bytes.ts'
import { campaignOffices } from '#app/adapters/db/campaigns.ts'
import { insertLotDraw, isAnyPointOpened, loadLotDraw } from '#app/adapters/db/lot-draws.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { recordLot } from '#app/domain/scoring/lot-draw.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { storeTallies } from '#app/services/tally.ts'
import { actInMeeting } from './act-in-meeting.ts'

/**
 * The president records what the public draw named by the regulation gave, before any point is opened; the result is
 * computed again with it, in the same act.
 */
export const drawLot = (
  ctx: Context,
  actor: Actor,
  {
    sessionId,
    outcome,
    again,
  }: { readonly sessionId: string; readonly outcome: string; readonly again: string },
): Promise<Result<Act<{ readonly sessionId: string }>>> =>
  actInMeeting(ctx, actor, 'lot.draw', { sessionId }, async ({ tx, now, meeting }) => {
    const { campaign, rankings } = meeting
    const decision = recordLot(
      {
        campaignId: campaign.id,
        rule: campaign.regulation.scoring,
        drawn: (await loadLotDraw(tx, campaign.id)) !== null,
        opened: await isAnyPointOpened(tx, campaign.id),
        tied: [...rankings.values()].flat().some(({ tiedWith }) => tiedWith.length > 0),
        now,
        people: await campaignOffices(tx, campaign.id),
      },
      { outcome, again },
      hashBy(ctx.crypto.sha256),
    )
    if (!decision.ok) return decision
    const { record, entry, notices } = decision.value
    await insertLotDraw(tx, campaign.id, record, { personId: actor.personId, at: now })
    const tallied = await storeTallies({ tx, now }, campaign.id, ctx)
    if (!tallied.ok) return tallied
    return ok({ sessionId, entries: [entry], notices })
  })
