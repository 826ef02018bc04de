import { loadCircle } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  withdrawNomination as decideWithdrawal,
  type WithdrawReason,
} from '#app/domain/nomination/withdraw-nomination.ts'
import type { Context } from '../context.ts'
import { tallyAgain } from '../tally.ts'
import { actOnNomination, type Moved, type MoveReason, type Seen } from './act-on-nomination.ts'

export type WithdrawNominationReason = WithdrawReason | MoveReason | 'tally-impossible'

/**
 * Takes a nomination out of the competition; every deposited version stays on record. Once the evaluation is closed a tally
 * stands, on which the jury works: it is made again without the nomination, in the same act.
 */
export const withdrawNomination = (
  ctx: Context,
  actor: Actor,
  seen: Seen,
): Promise<Result<Moved, WithdrawNominationReason>> =>
  actOnNomination<WithdrawReason | 'tally-impossible'>(
    ctx,
    actor,
    { ...seen, action: 'nomination.withdraw', db: 'office' },
    async ({ tx, now }, found) => decideWithdrawal(found.nomination, await loadCircle(tx, found), actor, now),
    async (unit, { campaign }) => {
      const tallied = await tallyAgain(unit, campaign, ctx)
      return tallied.ok ? ok(null) : refuse('tally-impossible')
    },
  )
