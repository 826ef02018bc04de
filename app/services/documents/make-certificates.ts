import { type Batch, loadBatch, loadUncertified, moveBatch, noteMade } from '#app/adapters/db/batches.ts'
import { loadDocument } from '#app/adapters/db/documents.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { signatoryOf } from '../signatory.ts'
import { type Act, run } from '../run.ts'
import { pressDocument } from '../press-document.ts'
import { type Draft, type Issued, issueDocuments } from '../issue.ts'

const office = { db: 'office', role: 'system' } as const
/** Certificates issued in one transaction, and between two looks at whether the work was stopped. */
const AT_ONCE = 20

/** The next certificates of a campaign, by their records; none when every competitor has one. */
const issueSome = (
  ctx: Context,
  { id, campaignId }: Batch,
): Promise<Result<Act<{ readonly issued: readonly Issued[] }>>> =>
  run(ctx, SYSTEM_ACTOR, office, async (unit): Promise<Result<Act<{ issued: readonly Issued[] }>>> => {
    if (!(await moveBatch(unit.tx, id, 'running', unit.now))) return refuse('certificates-over')
    const signatory = await signatoryOf(unit.tx, campaignId)
    const waiting = await loadUncertified(unit.tx, campaignId, AT_ONCE)
    const drafts = waiting.map(({ id: subjectId, reference, title, category, administration }): Draft => ({
      ...{ kind: 'participation_certificate', subjectId, isPublic: false },
      body: { reference, category, recipient: administration, service: title, signatory },
    }))
    const issued = await issueDocuments(ctx, unit, campaignId, drafts)
    return ok({ issued, entries: [], notices: [] })
  })

const finish = (ctx: Context, batch: Batch): Promise<Result<Act<object>>> =>
  run(ctx, SYSTEM_ACTOR, office, async ({ tx, now }): Promise<Result<Act<object>>> => {
    if (!(await moveBatch(tx, batch.id, 'done', now))) return refuse('certificates-over')
    const { campaignId } = batch
    const made = (await loadBatch(tx, batch.id))?.made ?? 0
    const entry: EntryDraft = {
      ...{ act: 'certificatesIssued', subject: { type: 'campaign', id: campaignId }, campaignId },
      facts: { made },
    }
    return ok({ entries: [entry], notices: [] })
  })

/**
 * Makes the certificates of a whole campaign: issues some, sets and keeps each PDF, counts, looks whether
 * somebody stopped the work, and goes on. Taken up again after a crash, it makes only what is missing.
 */
export async function makeCertificates(ctx: Context, batchId: string): Promise<Result<object>> {
  const batch = await loadBatch(ctx.db.office, batchId)
  if (!batch) return refuse('not-found')
  for (;;) {
    const some = await issueSome(ctx, batch)
    if (!some.ok) return some
    const { issued } = some.value
    if (issued.length === 0) return finish(ctx, batch)
    for (const { id } of issued) {
      const document = await loadDocument(ctx.db.office, id)
      if (document) await pressDocument(ctx, document)
    }
    if (!(await noteMade(ctx.db.office, batchId, issued.length))) return refuse('certificates-over')
  }
}
