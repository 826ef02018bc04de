import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason, type Permit } from '#app/domain/access/policy.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { refuse, type Result } from '#app/domain/kernel/result.ts'

export type PermitReason = Exclude<DenialReason, 'wrong-role'> | 'not-found'

/**
 * Asks the policy about an act on a campaign. Somebody without a role in it hears the same as for one that does not
 * exist (reliability.md T01).
 */
export function permitOn(
  actor: Actor,
  action: Action,
  campaign: Pick<Campaign, 'id' | 'phase'>,
): Result<Permit, PermitReason> {
  const permit = decide(actor, action, { campaignId: campaign.id, phase: campaign.phase })
  if (permit.ok) return permit
  return permit.reason === 'wrong-role'
    ? refuse('not-found')
    : refuse(permit.reason, permit.facts, permit.fields)
}
