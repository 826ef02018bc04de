import {
  type Batch,
  countUncertified,
  insertBatch,
  loadBatch,
  moveBatch,
  newestBatch,
} from '#app/adapters/db/batches.ts'
import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Act as Written } from '#app/domain/audit/acts.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'

const office = { db: 'office', role: 'publisher' } as const

const entryOf = (act: Written, { campaignId, total, made }: Omit<Batch, 'id' | 'state'>): EntryDraft => ({
  ...{ act, subject: { type: 'campaign', id: campaignId }, campaignId },
  facts: { total, made },
})

const live = (batch: Batch | null): batch is Batch => batch?.state === 'waiting' || batch?.state === 'running'

/** The campaign under its lock, for whoever may issue its certificates now. */
async function permitted({ tx }: Unit, actor: Actor, campaignId: string): Promise<Result<null>> {
  const campaign = await lockCampaign(tx, campaignId)
  if (!campaign) return refuse('not-found')
  const permit = decide(actor, 'certificate.issue', { campaignId, phase: campaign.phase })
  if (permit.ok) return ok(null)
  return permit.reason === 'wrong-role' ? refuse('not-found') : permit
}

/**
 * Asks for the certificates of participation of a whole campaign, as one piece of work that the worker does. Refused:
 * one is under way, or every competitor has a certificate.
 */
export const startCertificates = (
  ctx: Context,
  actor: Actor,
  { campaignId }: { readonly campaignId: string },
): Promise<Result<Act<{ readonly batchId: string; readonly total: number }>>> =>
  run(ctx, actor, office, async (unit): Promise<Result<Act<{ batchId: string; total: number }>>> => {
    const { tx, now } = unit
    const permit = await permitted(unit, actor, campaignId)
    if (!permit.ok) return permit
    if (live(await newestBatch(tx, campaignId))) return refuse('certificates-running')
    const total = await countUncertified(tx, campaignId)
    if (total === 0) return refuse('certificates-made')
    const batchId = ctx.ids.rowId()
    await insertBatch(tx, { id: batchId, campaignId, total }, { personId: actor.personId, at: now })
    const entry = entryOf('certificatesAsked', { campaignId, total, made: 0 })
    return ok({ batchId, total, entries: [entry], notices: [] })
  })

/** Stops the work; what was issued stays. Refused: it is over. */
export const cancelCertificates = (
  ctx: Context,
  actor: Actor,
  { campaignId, batchId }: { readonly campaignId: string; readonly batchId: string },
): Promise<Result<Act<object>>> =>
  run(ctx, actor, office, async (unit): Promise<Result<Act<object>>> => {
    const permit = await permitted(unit, actor, campaignId)
    if (!permit.ok) return permit
    const batch = await loadBatch(unit.tx, batchId)
    if (!batch || batch.campaignId !== campaignId) return refuse('not-found')
    if (!(await moveBatch(unit.tx, batchId, 'cancelled', unit.now))) return refuse('certificates-over')
    return ok({ entries: [entryOf('certificatesStopped', batch)], notices: [] })
  })
