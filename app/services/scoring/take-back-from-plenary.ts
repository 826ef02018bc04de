import { endReferral } from '#app/adapters/db/plenary.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { takeBackFromPlenary as decideReturn } from '#app/domain/scoring/send-to-plenary.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { loadPlenaryCase } from './plenary-unit.ts'

/** The presiding chair takes a file back from the plenary while its round runs: its sheets are owed again. */
export const takeBackFromPlenary = (
  ctx: Context,
  actor: Actor,
  { nominationId, version }: { readonly nominationId: string; readonly version: number },
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'chair' },
    async ({ tx, now }): Promise<Result<Act<{ campaignId: string }>>> => {
      const facts = await loadPlenaryCase(tx, actor, nominationId)
      if (!facts.ok) return facts
      const decision = decideReturn(facts.value, actor, version, now)
      if (!decision.ok) return decision
      const { referral, entry, notices } = decision.value
      if (!(await endReferral(tx, referral))) return refuse('not-sent')
      const { presiding, campaignId } = facts.value
      return ok({ campaignId, entries: [entry], notices, actedAs: presiding })
    },
  )
