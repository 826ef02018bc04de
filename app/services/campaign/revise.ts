import { lockCampaign, storeCampaign } from '#app/adapters/db/campaigns.ts'
import { storeDraft } from '#app/adapters/db/regulations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { editRegulation, type EditReason, type RegulationEdit } from '#app/domain/campaign/regulation-edit.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'
import { hashWith } from './rules-of.ts'

/** `version` is the campaign's as the page showed it: a colleague's edit in between is never overwritten. */
export type RevisionOf = { readonly campaignId: string; readonly version: number }
export type Revised = Act<{ readonly campaignId: string; readonly version: number }>
export type ReviseReason = EditReason | PermitReason | 'stale-version'

/** Where in the document an edit was made, as the audit entry keeps it. */
const placeOf = (edit: RegulationEdit) => ({
  part: edit.kind,
  ...('category' in edit ? { category: edit.category } : {}),
  ...('criterion' in edit ? { criterion: edit.criterion } : {}),
})

/** The body that every edit of a draft regulation shares: lock, ask, edit, store, one audit entry. */
export const revise = (
  ctx: Context,
  actor: Actor,
  of: RevisionOf,
  edit: RegulationEdit,
): Promise<Result<Revised, ReviseReason>> =>
  run(ctx, actor, { db: 'office', role: 'organiser' }, async ({ tx }) => {
    const campaign = await lockCampaign(tx, of.campaignId)
    if (!campaign) return refuse('not-found')
    const permit = permitOn(actor, 'campaign.edit', campaign)
    if (!permit.ok) return permit
    if (campaign.version !== of.version) return refuse('stale-version', { version: campaign.version })
    const regulation = editRegulation(campaign, edit)
    if (!regulation.ok) return regulation
    const version = campaign.version + 1
    await storeDraft(tx, campaign.id, regulation.value)
    await storeCampaign(tx, { ...campaign, regulation: regulation.value, version })
    const hash = hashWith(ctx)
    return ok({
      campaignId: campaign.id,
      version,
      notices: [],
      entries: [
        {
          act: 'regulationRevised',
          subject: { type: 'campaign', id: campaign.id },
          campaignId: campaign.id,
          facts: { ...placeOf(edit), before: hash(campaign.regulation), after: hash(regulation.value) },
        },
      ],
    })
  })
