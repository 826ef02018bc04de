import { campaignAudience, lockCampaign } from '#app/adapters/db/campaigns.ts'
import { insertClarification, nextClarification } from '#app/adapters/db/clarifications.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  type ClarificationReason,
  publishClarification as publish,
  type TypedClarification,
} from '#app/domain/campaign/clarification.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'

export type ClarifyRefusal = ClarificationReason | PermitReason
export type PublishedClarification = Act<{ readonly number: number }>

/** An answer about the rules, the same for everybody at the same instant: on the public page and by letter. */
export const publishClarification = (
  ctx: Context,
  actor: Actor,
  input: TypedClarification & { readonly campaignId: string; readonly number: number },
): Promise<Result<PublishedClarification, ClarifyRefusal>> =>
  run<PublishedClarification, ClarifyRefusal>(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async ({ tx, now }) => {
      const campaign = await lockCampaign(tx, input.campaignId)
      if (!campaign) return refuse('not-found')
      const permit = permitOn(actor, 'clarification.publish', campaign)
      if (!permit.ok) return permit
      const decision = publish(campaign, input, {
        ...{ id: ctx.ids.rowId(), now, seen: input.number },
        next: await nextClarification(tx, campaign.id),
        people: await campaignAudience(tx, campaign.id),
      })
      if (!decision.ok) return decision
      const { clarification, entry, notices } = decision.value
      await insertClarification(tx, clarification, actor.personId)
      const { number } = clarification
      return ok({ number, entries: [entry], notices, actedAs: permit.value.as })
    },
  )
