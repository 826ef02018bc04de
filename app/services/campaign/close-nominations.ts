import { campaignsToClose } from '#app/adapters/db/campaigns.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { Context } from '../context.ts'
import { advancePhase } from './advance-phase.ts'

/**
 * The timed act of the deadline (product.md section 4): every campaign whose closing instant has come moves to
 * screening. Run each minute; a campaign closed by hand, or extended meanwhile, is refused inside and left alone.
 */
export async function closeNominations(ctx: Context): Promise<{ readonly closed: readonly string[] }> {
  const closed: string[] = []
  for (const campaignId of await campaignsToClose(ctx.db.office)) {
    const result = await advancePhase(ctx, SYSTEM_ACTOR, { campaignId, from: 'nominations', to: 'screening' })
    if (result.ok) closed.push(campaignId)
    else ctx.log.warn({ campaignId, reason: result.reason }, 'nominations were not closed')
  }
  return { closed }
}
