import type { Actor, OfficeRole } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'

export type OfficePermitReason = DenialReason | 'own-grant' | 'campaign-needed' | 'not-permitted'

/**
 * Whether the actor may give or take an office role: the policy, and three bounds of its own. Nobody gives a role to
 * themselves (an administrator would reach dossiers that way); only an administrator makes another one; every other
 * role belongs to one campaign.
 */
export function permitOffice(
  actor: Actor,
  action: 'role.grant' | 'role.revoke',
  wanted: { readonly role: OfficeRole; readonly campaignId: string | null; readonly personId: string | null },
): Result<true, OfficePermitReason> {
  const { role, campaignId, personId } = wanted
  if (role === 'administrator' ? campaignId !== null : campaignId === null) return refuse('campaign-needed')
  const permit = decide(actor, action, { campaignId, phase: null })
  if (!permit.ok) return permit
  if (role === 'administrator' && permit.value.as !== 'administrator') return refuse('not-permitted')
  if (action === 'role.grant' && personId === actor.personId) return refuse('own-grant')
  return ok(true)
}
