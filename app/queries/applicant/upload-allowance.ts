import type { Actor } from '#app/domain/access/actor.ts'
import { isEvidenceOpen } from '#app/domain/evidence/evidence.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { mayDo, ownNomination } from './nomination-access.ts'

/** How many bytes one file may have, for those who may add one now: asked before the first byte is read. */
export async function uploadAllowance(
  ctx: Context,
  actor: Actor,
  nominationId: string,
): Promise<Result<{ readonly bytesEach: number }, 'not-found' | 'not-editable'>> {
  const own = await ownNomination(ctx, actor, nominationId)
  if (!own.ok) return own
  const { nomination, campaign } = own.value
  const open = isEvidenceOpen({ state: nomination.state, phase: campaign.phase })
  if (!open || !mayDo(actor, 'nomination.attach', own.value))
    return refuse('not-editable', { state: nomination.state })
  return ok({ bytesEach: campaign.regulation.participation.evidence.bytesEach })
}
