import type { NominationCase } from '#app/adapters/db/nominations.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { PolicyFacts } from '#app/domain/access/facts.ts'
import { decide, type DenialReason, type Permit } from '#app/domain/access/policy.ts'
import { refuse, type Result } from '#app/domain/kernel/result.ts'
import { actsForFile } from '#app/domain/nomination/nomination.ts'

export type PermitReason =
  Exclude<DenialReason, 'wrong-role' | 'not-own' | 'not-signed-in'> | 'not-found' | 'not-signatory'

type Around = Pick<NominationCase, 'nomination' | 'campaign'>

const FOREIGN: readonly DenialReason[] = ['wrong-role', 'not-own', 'not-signed-in']

/**
 * Asks the policy about an act on a nomination. Somebody without any part in it hears the same as for one that does
 * not exist (reliability.md T01); a colleague without the signature is told that it is needed.
 */
export function permitOnNomination(
  actor: Actor,
  action: Action,
  found: Around,
  more: Partial<PolicyFacts> = {},
): Result<Permit, PermitReason> {
  const { nomination, campaign } = found
  const permit = decide(actor, action, {
    campaignId: campaign.id,
    phase: campaign.phase,
    administrationId: nomination.administrationId,
    recused: actsForFile(actor, nomination),
    ...more,
  })
  if (permit.ok) return permit
  const colleague = actor.mandates.some(
    ({ administrationId }) => administrationId === nomination.administrationId,
  )
  if (FOREIGN.includes(permit.reason)) return refuse(colleague ? 'not-signatory' : 'not-found')
  return refuse(permit.reason as PermitReason, permit.facts)
}
