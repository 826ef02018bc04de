import { loadCircle } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { cancelVisa as decideCancel, type VisaReason } from '#app/domain/nomination/visa.ts'
import type { Context } from '../context.ts'
import { actOnNomination, type Moved, type MoveReason, type Seen } from './act-on-nomination.ts'

export type CancelVisaReason = VisaReason | MoveReason

/** Calls the request for the visa back; the signatory refuses by the same act. The dossier is a draft again. */
export const cancelVisa = (
  ctx: Context,
  actor: Actor,
  seen: Seen,
): Promise<Result<Moved, CancelVisaReason>> =>
  actOnNomination(ctx, actor, { ...seen, action: 'nomination.cancel-visa' }, async ({ tx }, found) =>
    decideCancel(found.nomination, await loadCircle(tx, found), actor),
  )
