import { insertNomination, loadEntryFacts } from '#app/adapters/db/nomination-entry.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { seriesAt } from '#app/domain/nomination/reference.ts'
import { startNomination as decideStart, type StartReason } from '#app/domain/nomination/start-nomination.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

export type StartNomination = {
  readonly campaignId: string
  readonly administrationId: string
  readonly categoryCode: string
}
export type StartNominationReason = StartReason | 'not-found'

/** Opens a draft and gives its reference, under the campaign's lock: two starts at once cannot pass the quota. */
export const startNomination = (
  ctx: Context,
  actor: Actor,
  input: StartNomination,
): Promise<
  Result<Act<{ readonly nominationId: string; readonly reference: string }>, StartNominationReason>
> =>
  run(ctx, actor, { db: 'applicant', role: 'applicant' }, async ({ tx, now }) => {
    const facts = await loadEntryFacts(tx, input.campaignId, input.administrationId)
    if (!facts) return refuse('not-found')
    const id = ctx.ids.rowId()
    const started = decideStart(facts, actor, {
      id,
      categoryCode: input.categoryCode,
      sequence: facts.nextReference,
      series: seriesAt(facts.seriesPlace),
      now,
    })
    if (!started.ok) return started
    const { nomination, entry, notices } = started.value
    const categoryId = facts.categoryIds.get(nomination.categoryCode)
    if (categoryId === undefined) return refuse('unknown-category', {}, { categoryCode: 'errors.choice' })
    await insertNomination(tx, nomination, {
      categoryId,
      synthetic: facts.campaign.synthetic,
      at: now,
      by: actor.personId,
    })
    return ok({ nominationId: id, reference: nomination.reference, entries: [entry], notices })
  })
