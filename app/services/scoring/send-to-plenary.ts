import { insertReferral } from '#app/adapters/db/plenary.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { sendToPlenary as decideSending } from '#app/domain/scoring/send-to-plenary.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { loadPlenaryCase } from './plenary-unit.ts'

export type Sending = {
  readonly nominationId: string
  readonly version: number
  readonly reason: string
  readonly text: { readonly ar: string; readonly fr: string }
}

/** The presiding chair sends a file under its quorum of sheets to the plenary: the evaluation no longer waits for it. */
export const sendToPlenary = (
  ctx: Context,
  actor: Actor,
  { nominationId, ...typed }: Sending,
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'chair' },
    async ({ tx, now }): Promise<Result<Act<{ campaignId: string }>>> => {
      const facts = await loadPlenaryCase(tx, actor, nominationId)
      if (!facts.ok) return facts
      const decision = decideSending(facts.value, actor, { ...typed, id: ctx.ids.rowId() }, now)
      if (!decision.ok) return decision
      const { referral, entry, notices } = decision.value
      await insertReferral(tx, referral)
      const { presiding, campaignId } = facts.value
      return ok({ campaignId, entries: [entry], notices, actedAs: presiding })
    },
  )
