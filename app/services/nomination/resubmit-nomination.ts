import { loadCircle } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import {
  resubmitNomination as decideResumption,
  type ResubmitReason,
} from '#app/domain/nomination/withdraw-nomination.ts'
import type { Context } from '../context.ts'
import { actOnNomination, type Moved, type MoveReason, type Seen } from './act-on-nomination.ts'

export type ResubmitNominationReason = ResubmitReason | MoveReason

/** Takes a withdrawn nomination up again as a draft, with all its texts and versions, until the closing. */
export const resubmitNomination = (
  ctx: Context,
  actor: Actor,
  seen: Seen,
): Promise<Result<Moved, ResubmitNominationReason>> =>
  actOnNomination(ctx, actor, { ...seen, action: 'nomination.resubmit' }, async ({ tx, now }, found) =>
    decideResumption(found.nomination, await loadCircle(tx, found), actor, now),
  )
