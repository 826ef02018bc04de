import { unappealed } from '#app/adapters/db/appeals.ts'
import { lockCampaign, storeCampaign } from '#app/adapters/db/campaigns.ts'
import { insertFrozen } from '#app/adapters/db/regulations.ts'
import { lockRunningTerms, storeMovedTerm } from '#app/adapters/db/running-terms.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { HolidayEdit } from '#app/domain/campaign/holidays.ts'
import { reviseHolidays as decide, type ReviseHolidaysReason } from '#app/domain/campaign/revise-holidays.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'
import type { RevisionOf } from './revise.ts'
import { hashWith, legalOffset } from './rules-of.ts'

export type HolidaysRefusal = ReviseHolidaysReason | PermitReason | 'stale-version'
export type HolidaysRevised = Act<{ readonly moved: number }>

/** A holiday confirmed, moved, added or taken away while the campaign runs; what waits on working days is counted anew. */
export const reviseHolidays = (
  ctx: Context,
  actor: Actor,
  input: RevisionOf & { readonly edit: HolidayEdit; readonly reason: Localized },
): Promise<Result<HolidaysRevised, HolidaysRefusal>> =>
  run<HolidaysRevised, HolidaysRefusal>(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async ({ tx, now }) => {
      const campaign = await lockCampaign(tx, input.campaignId)
      if (!campaign) return refuse('not-found')
      const permit = permitOn(actor, 'campaign.revise-holidays', campaign)
      if (!permit.ok) return permit
      if (campaign.version !== input.version) return refuse('stale-version', { version: campaign.version })
      const notified = (await unappealed(tx, campaign.id)).map(({ settledAt }) => settledAt)
      const decision = decide(campaign, input.edit, input.reason, {
        ...{ now, notified, offsetAt: legalOffset, hashOf: hashWith(ctx) },
        terms: await lockRunningTerms(tx, campaign.id),
      })
      if (!decision.ok) return decision
      const { campaign: revised, version, moved, entries, notices } = decision.value
      await insertFrozen(tx, ctx.ids, version, actor.personId)
      await storeCampaign(tx, revised)
      for (const one of moved) await storeMovedTerm(tx, one)
      return ok({ moved: moved.length, entries, notices })
    },
  )
