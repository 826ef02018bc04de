import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason, type Permit } from '#app/domain/access/policy.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Complaint } from '#app/domain/complaint/complaint.ts'
import { refuse, type Result } from '#app/domain/kernel/result.ts'

export type ComplaintPermitReason =
  Exclude<DenialReason, 'wrong-role' | 'not-own' | 'not-signed-in'> | 'not-found'

const FOREIGN: readonly DenialReason[] = ['wrong-role', 'not-own', 'not-signed-in']

/**
 * Asks the policy about an act on a complaint. Whoever has no part in it hears the same as for one that does not
 * exist (reliability.md T01). `involved`: everybody who took part in what is complained of.
 */
export function permitOnComplaint(
  actor: Actor,
  action: Extract<Action, `complaint.${string}`>,
  complaint: Pick<Complaint, 'administrationId' | 'authorId'>,
  { id, phase }: Pick<Campaign, 'id' | 'phase'>,
  involved: readonly string[] = [],
): Result<Permit, ComplaintPermitReason> {
  const { administrationId, authorId: ownerId } = complaint
  const recused = actor.mandates.some((mandate) => mandate.administrationId === administrationId)
  const facts = { campaignId: id, phase, administrationId, ownerId, recused, involved }
  const permit = decide(actor, action, facts)
  if (permit.ok) return permit
  if (FOREIGN.includes(permit.reason)) return refuse('not-found')
  return refuse(permit.reason as ComplaintPermitReason, permit.facts)
}
