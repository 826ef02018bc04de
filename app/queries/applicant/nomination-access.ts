import { loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

/** Whether the policy lets this person do something with the file; the pages ask what the services decide. */
export const mayDo = (actor: Actor, action: Action, { nomination, campaign }: NominationCase): boolean =>
  decide(actor, action, {
    campaignId: campaign.id,
    phase: campaign.phase,
    administrationId: nomination.administrationId,
    recused: false,
  }).ok

/** The nomination for its own team; anybody else's, and one that does not exist, are not found. */
export async function ownNomination(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<Result<NominationCase, 'not-found'>> {
  const found = await loadNomination(ctx.db.applicant, id, 'read')
  return found && mayDo(actor, 'nomination.read', found) ? ok(found) : refuse('not-found')
}
