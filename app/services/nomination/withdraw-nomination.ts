import { loadCircle } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import {
  withdrawNomination as decideWithdrawal,
  type WithdrawReason,
} from '#app/domain/nomination/withdraw-nomination.ts'
import type { Context } from '../context.ts'
import { actOnNomination, type Moved, type MoveReason, type Seen } from './act-on-nomination.ts'

export type WithdrawNominationReason = WithdrawReason | MoveReason

/** Takes a nomination out of the competition; every deposited version stays on record. */
export const withdrawNomination = (
  ctx: Context,
  actor: Actor,
  seen: Seen,
): Promise<Result<Moved, WithdrawNominationReason>> =>
  actOnNomination(ctx, actor, { ...seen, action: 'nomination.withdraw' }, async ({ tx, now }, found) =>
    decideWithdrawal(found.nomination, await loadCircle(tx, found), actor, now),
  )
