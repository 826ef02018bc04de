import { loadDocumentsOf, receiptOf } from '#app/adapters/db/documents.ts'
import { loadVersion, loadVersions } from '#app/adapters/db/dossiers.ts'
import { loadPartners } from '#app/adapters/db/answers.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { revisionDifference } from '#app/domain/nomination/revision.ts'
import type { Context } from '#app/services/context.ts'
import { ownNomination } from './nomination-access.ts'

/** The receipt of a deposited version (the newest unless asked), with the document to download. */
export async function receiptScreen(ctx: Context, actor: Actor, id: string, version: number | null) {
  const own = await ownNomination(ctx, actor, id)
  if (!own.ok) return own
  const documents = (await loadDocumentsOf(ctx.db.applicant, id)).filter(({ kind }) => kind === 'receipt')
  const document = documents.find((one) => version === null || receiptOf(one).version === version)
  if (!document) return refuse('not-found') as Result<never, 'not-found'>
  return ok({ documentId: document.id, receipt: receiptOf(document), state: own.value.nomination.state })
}

/** Every deposited version, and what changed between two of them. */
export async function versionsScreen(
  ctx: Context,
  actor: Actor,
  id: string,
  pair: { from: number; to: number } | null,
) {
  const own = await ownNomination(ctx, actor, id)
  if (!own.ok) return own
  const db = ctx.db.applicant
  const versions = await loadVersions(db, id)
  const [before, after] = pair
    ? [await loadVersion(db, id, pair.from), await loadVersion(db, id, pair.to)]
    : [null, null]
  if (pair && (!before || !after)) return refuse('not-found') as Result<never, 'not-found'>
  return ok({
    reference: own.value.nomination.reference,
    title: own.value.nomination.title,
    versions: versions.map(({ number, kind, hash, receivedAt, receiptNumber }) => ({
      number,
      kind,
      hash,
      receivedAt,
      receiptNumber,
    })),
    partners: (await loadPartners(db, id)).length,
    pair,
    differences: before && after ? revisionDifference(before.content, after.content) : null,
  })
}
