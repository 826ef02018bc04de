import { insertEvidence, lastPosition, loadEvidence } from '#app/adapters/db/evidence.ts'
import { storeUploadAttached } from '#app/adapters/db/incoming-uploads.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  attachEvidence as decideAttachment,
  type AttachReason,
  type Evidence,
  type ScanState,
} from '#app/domain/evidence/evidence.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { evidenceClaims } from './evidence-claims.ts'
import type { Context } from '../context.ts'
import type { StoredFile } from '../ports.ts'
import { type Act, run } from '../run.ts'
import { entryOf } from '#app/domain/nomination/nomination.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

export type AttachInput = {
  readonly nominationId: string
  readonly title: string
  readonly claim: string
  /** Already streamed into the store, counted and hashed. */
  readonly file: StoredFile & { readonly displayName: string }
  /** The upload in parts by which it came, told in the same transaction that it is done. */
  readonly uploadId?: string
}
export type Attached = Act<{ readonly evidenceId: string; readonly fileId: string }>
export type AttachEvidenceReason = AttachReason | PermitReason

/** Scanned before the transaction. A scanner that does not answer leaves the file pending, never clean (T32). */
async function scanned(ctx: Context, storageName: string): Promise<ScanState> {
  const opened = await ctx.files.open(storageName)
  if (!opened.ok) return 'pending'
  const verdict = await ctx.scanner.scan(opened.value as unknown as AsyncIterable<Uint8Array>)
  await opened.value.cancel().catch(() => undefined)
  return verdict.state === 'unavailable' ? 'pending' : verdict.state
}

const pieceOf = (ctx: Context, { file, title, claim }: AttachInput, scanState: ScanState): Evidence => ({
  id: ctx.ids.rowId(),
  title,
  claim,
  fileName: file.displayName,
  mediaType: file.mediaType,
  size: file.bytes,
  sha256: file.sha256,
  scanState,
  seconds: null,
})

const attach = (
  ctx: Context,
  actor: Actor,
  input: AttachInput,
  scanState: ScanState,
): Promise<Result<Attached, AttachEvidenceReason>> =>
  run<Attached, AttachEvidenceReason>(
    ctx,
    actor,
    { db: 'applicant', role: 'applicant' },
    async ({ tx, now }) => {
      const found = await loadNomination(tx, input.nominationId, 'lock')
      if (!found) return refuse('not-found')
      const permit = permitOnNomination(actor, 'nomination.attach', found)
      if (!permit.ok) return permit
      const { nomination, campaign, closesAt } = found
      const attached = await loadEvidence(tx, nomination.id)
      const limits = campaign.regulation.participation.evidence
      const facts = {
        state: nomination.state,
        phase: campaign.phase,
        closesAt,
        now,
        limits,
        attached,
        claims: evidenceClaims,
      }
      const decision = decideAttachment(facts, pieceOf(ctx, input, scanState))
      if (!decision.ok) return decision
      const [evidence, fileId] = [decision.value, ctx.ids.rowId()]
      const position = (await lastPosition(tx, nomination.id)) + 1
      const { storageName } = input.file
      await insertEvidence(tx, {
        evidence,
        fileId,
        nominationId: nomination.id,
        storageName,
        position,
        at: now,
        by: actor.personId,
      })
      if (input.uploadId !== undefined) await storeUploadAttached(tx, input.uploadId, evidence.id)
      const told = {
        evidence: evidence.id,
        sha256: evidence.sha256,
        size: evidence.size,
        mediaType: evidence.mediaType,
      }
      return ok({
        evidenceId: evidence.id,
        fileId,
        entries: [entryOf('evidenceAttached', nomination, told)],
        notices: [],
      })
    },
  )

/** Ties a stored file to a claim of the dossier. Whatever is refused leaves no file behind. */
export async function attachEvidence(
  ctx: Context,
  actor: Actor,
  input: AttachInput,
): Promise<Result<Attached, AttachEvidenceReason>> {
  const { storageName } = input.file
  const result = await attach(ctx, actor, input, await scanned(ctx, storageName))
  if (!result.ok) await ctx.files.remove(storageName)
  return result
}
