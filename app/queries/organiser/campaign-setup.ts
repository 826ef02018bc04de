import { latestRegulation } from '#app/adapters/db/regulations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import { named } from '#app/domain/campaign/blocker-names.ts'
import type { Blocker } from '#app/domain/campaign/blocker.ts'
import { blockersAt } from '#app/domain/campaign/gate.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { campaignFor, type CampaignHead, headOf, legalOffset } from './reading.ts'

export type SetupScreen = {
  readonly head: CampaignHead
  readonly regulation: Regulation
  /** The wording as it stands is the one the organiser adopted. */
  readonly adopted: boolean
  /** Everything the opening gate would refuse; empty once the campaign is open. */
  readonly blockers: readonly Blocker[]
}

/** The campaign in preparation: its rules as they stand, and every hole the opening gate would find. */
export async function campaignSetup(
  ctx: Context,
  actor: Actor,
  campaignId: string,
): Promise<Result<SetupScreen, 'not-found'>> {
  const found = await campaignFor(ctx, actor, campaignId, 'campaign.read-setup')
  if (!found.ok) return found
  const { campaign, now } = found.value
  const { regulation } = campaign
  const latest = await latestRegulation(ctx.db.office, campaign.id)
  const text = canonicalJson(regulation as unknown as JsonValue)
  const adopted = text.ok && latest !== null && latest.adoptedHash === ctx.crypto.sha256(text.value)
  const blockers =
    campaign.phase === 'preparation'
      ? blockersAt('opening', { regulation, signed: adopted, now, offsetAt: legalOffset })
      : []
  return ok({
    ...{ head: headOf(campaign, actor, now), regulation, adopted },
    blockers: blockers.map((blocker) => named(regulation, blocker)),
  })
}
