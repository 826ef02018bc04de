import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { evidenceOpen, type OpenReason } from '#app/domain/evidence/evidence.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { mayDo, ownNomination } from './nomination-access.ts'

/** How many bytes one file may have, for those who may add one now: asked before the first byte is read. */
export async function uploadAllowance(
  ctx: Context,
  actor: Actor,
  nominationId: string,
): Promise<Result<{ readonly bytesEach: number }, 'not-found' | OpenReason>> {
  const own = await ownNomination(ctx, actor, nominationId)
  if (!own.ok) return own
  const { nomination, campaign, closesAt } = own.value
  if (!mayDo(actor, 'nomination.attach', own.value))
    return refuse('not-editable', { state: nomination.state })
  const now = await awardNow(ctx.db.applicant)
  const open = evidenceOpen({ state: nomination.state, phase: campaign.phase, closesAt, now })
  if (!open.ok) return open
  return ok({ bytesEach: campaign.regulation.participation.evidence.bytesEach })
}
