import type { NominationCase } from '#app/adapters/db/nominations.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason, type Permit } from '#app/domain/access/policy.ts'
import type { Complaint } from '#app/domain/complaint/complaint.ts'
import { refuse, type Result } from '#app/domain/kernel/result.ts'
import { actsForFile } from '#app/domain/nomination/nomination.ts'

export type ComplaintPermitReason =
  Exclude<DenialReason, 'wrong-role' | 'not-own' | 'not-signed-in'> | 'not-found'

const FOREIGN: readonly DenialReason[] = ['wrong-role', 'not-own', 'not-signed-in']

/**
 * Asks the policy about an act on a complaint. Whoever has no part in it hears the same as for one that does not
 * exist (reliability.md T01). `involved`: everybody who took part in what is complained of. Whoever acts for a partner of
 * the file is in conflict as much as whoever acts for the administration that leads.
 */
export function permitOnComplaint(
  actor: Actor,
  action: Extract<Action, `complaint.${string}`>,
  complaint: Pick<Complaint, 'administrationId' | 'authorId'>,
  file: Pick<NominationCase, 'nomination' | 'campaign'>,
  involved: readonly string[] = [],
): Result<Permit, ComplaintPermitReason> {
  const { administrationId, authorId: ownerId } = complaint
  const { id: campaignId, phase } = file.campaign
  const recused = actsForFile(actor, file.nomination)
  const facts = { campaignId, phase, administrationId, ownerId, recused, involved }
  const permit = decide(actor, action, facts)
  if (permit.ok) return permit
  if (FOREIGN.includes(permit.reason)) return refuse('not-found')
  return refuse(permit.reason as ComplaintPermitReason, permit.facts)
}
