import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { lockLetter } from '#app/adapters/db/outbox.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Act as ActName } from '#app/domain/audit/acts.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Letter } from '#app/domain/notice/hold.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'

export type LetterOf = { readonly campaignId: string; readonly letterId: string }
type Change<R extends string> = {
  readonly act: Extract<ActName, 'letterHeld' | 'letterReleased' | 'letterSentAgain'>
  readonly decide: (letter: Letter) => Result<true, R>
  readonly store: (tx: Tx, letterId: string) => Promise<void>
}

/**
 * What holding, releasing and sending again share: ask, lock the letter's row, decide once, store, one entry. The worker's claim is an
 * update of the same row: it waits for this lock and then finds the letter held, or it came first and the lock waits.
 */
export const changeLetter = <R extends string>(
  ctx: Context,
  actor: Actor,
  { campaignId, letterId }: LetterOf,
  change: Change<R>,
): Promise<Result<Trace, R | PermitReason>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async ({ tx }): Promise<Result<Trace, R | PermitReason>> => {
      const campaign = await loadCampaign(tx, campaignId)
      if (!campaign) return refuse('not-found')
      const permit = permitOn(actor, 'outbox.hold', campaign)
      if (!permit.ok) return permit
      const letter = await lockLetter(tx, campaignId, letterId)
      if (!letter) return refuse('not-found')
      const decision = change.decide(letter)
      if (!decision.ok) return decision
      await change.store(tx, letterId)
      return ok({
        entries: [
          {
            act: change.act,
            subject: { type: 'letter', id: letterId },
            campaignId,
            facts: { notice: letter.notice },
          },
        ],
        notices: [],
      })
    },
  )
