import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { type LetterHold, loadLetterHold } from '#app/adapters/db/letter-hold.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Act as ActName } from '#app/domain/audit/acts.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'

export type LettersOf = { readonly campaignId: string }
type Change<R extends string> = {
  readonly act: Extract<ActName, 'lettersHeld' | 'lettersReleased'>
  readonly decide: (hold: LetterHold | null) => Result<true, R>
  readonly store: (tx: Tx, now: Instant, hold: LetterHold | null) => Promise<void>
}

/**
 * What holding the letters of an edition and letting them go share: the campaign's row locked, which every claim of the
 * worker asks for first, decide once, store, one entry with the number of letters that wait.
 */
export const changeLetters = <R extends string>(
  ctx: Context,
  actor: Actor,
  { campaignId }: LettersOf,
  change: Change<R>,
): Promise<Result<Trace, R | PermitReason>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async ({ tx, now }): Promise<Result<Trace, R | PermitReason>> => {
      const campaign = await lockCampaign(tx, campaignId)
      if (!campaign) return refuse('not-found')
      const permit = permitOn(actor, 'outbox.hold', campaign)
      if (!permit.ok) return permit
      const before = await loadLetterHold(tx, campaignId)
      const decision = change.decide(before)
      if (!decision.ok) return decision
      await change.store(tx, now, before)
      const { waiting } = before ?? (await loadLetterHold(tx, campaignId)) ?? { waiting: 0 }
      return ok({
        entries: [
          { act: change.act, subject: { type: 'campaign', id: campaignId }, campaignId, facts: { waiting } },
        ],
        notices: [],
      })
    },
  )
