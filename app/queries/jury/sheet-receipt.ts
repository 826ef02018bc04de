import { loadCheckpoints, loadOwnSheetEntry, loadPublicNodes } from '#app/adapters/db/log.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { loadScoringFacts } from '#app/adapters/db/score-sheets.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { hashBy, hexOf } from '#app/domain/audit/bytes.ts'
import type { Hash } from '#app/domain/audit/bytes.ts'
import { fulfil, inclusionPlan } from '#app/domain/audit/stored-proof.ts'
import { type Instant, toIso } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type PublishedCommitment, publishedCommitment } from '../public/published.ts'

/** What proves to its juror that a sealed sheet stands, without a level of it: the salt that opens it is not told. */
export type SheetReceipt = {
  readonly campaignId: string
  readonly reference: string
  readonly round: number
  readonly sealedAt: Instant
  readonly commitment: string
  readonly index: number
  readonly entry: string | null
  /** Null until a checkpoint covers the entry. */
  readonly proof: { readonly size: number; readonly path: readonly string[]; readonly note: string } | null
  /** Null until the results are public. */
  readonly published: PublishedCommitment | null
}

async function proofOf(tx: Tx, hash: Hash, index: number): Promise<SheetReceipt['proof']> {
  const [newest] = await loadCheckpoints(tx, 1)
  const plan = newest && inclusionPlan(index, newest.size)
  if (!newest || !plan?.ok) return null
  const path = fulfil(hash, plan.value, await loadPublicNodes(tx, plan.value.nodes))
  return path.ok ? { size: newest.size, path: path.value.map(hexOf), note: newest.note } : null
}

/** The receipt of one of the person's own sealed sheets; of every other sheet there is none (`not-found`). */
export async function sheetReceipt(
  ctx: Context,
  actor: Actor,
  sheetId: string,
): Promise<Result<SheetReceipt>> {
  return readAs(ctx.db.jury, actor.personId, async (tx): Promise<Result<SheetReceipt>> => {
    const facts = await loadScoringFacts(tx, sheetId, 'page')
    if (!facts) return refuse('not-found')
    const permit = decide(actor, 'sheet.read', facts.access)
    if (!permit.ok) return permit
    const { commitment, sealedAt, round } = facts.sheet
    const entry = await loadOwnSheetEntry(tx, sheetId)
    const { campaignId } = facts.access
    if (!entry || campaignId === null || commitment === null || sealedAt === null) return refuse('not-found')
    return ok({
      campaignId,
      reference: facts.reference,
      round,
      sealedAt,
      commitment,
      index: entry.index,
      entry: entry.text,
      proof: await proofOf(tx, hashBy(ctx.crypto.sha256), entry.index),
      published: await publishedCommitment(ctx.db.public, campaignId, commitment),
    })
  })
}

/** The receipt as a file to keep. */
export const receiptFile = (
  { published: _, campaignId: __, ...receipt }: SheetReceipt,
  key: string,
): string =>
  JSON.stringify(
    { schema: 'imtiyaz.sheet-receipt/1', ...receipt, sealedAt: toIso(receipt.sealedAt), key },
    null,
    1,
  )
