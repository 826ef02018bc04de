import { endFlag } from '#app/adapters/db/flags.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { withdrawFlag as decideWithdrawal } from '#app/domain/deliberation/flag.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { loadFlagCase } from './flag-unit.ts'

/** A juror takes the own flag back before the vote on it opens; without another one the suspension ends. */
export const withdrawFlag = (
  ctx: Context,
  actor: Actor,
  { nominationId }: { readonly nominationId: string },
): Promise<Result<Act<{ readonly flagId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'juror' },
    async ({ tx, now }): Promise<Result<Act<{ flagId: string }>>> => {
      const facts = await loadFlagCase(tx, actor, nominationId)
      if (!facts.ok) return facts
      const decision = decideWithdrawal(facts.value, now)
      if (!decision.ok) return decision
      const { flag, entry, notices } = decision.value
      if (!(await endFlag(tx, flag))) return refuse('not-flagged')
      return ok({ flagId: flag.id, entries: [entry], notices })
    },
  )
