import {
  advanceIncoming,
  dropIncoming,
  type IncomingUpload,
  loadUpload,
} from '#app/adapters/db/incoming-uploads.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { judgePart } from '#app/domain/evidence/announced.ts'
import { evidenceOpen, type OpenReason } from '#app/domain/evidence/evidence.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { attachEvidence, type AttachEvidenceReason } from './attach-evidence.ts'
import type { Context } from '../context.ts'
import type { PutRefusal } from '../ports.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

type Which = { readonly nominationId: string; readonly uploadId: string }
type Part = Which & { readonly from: number; readonly bytes: Uint8Array }
/** How many bytes are here; `evidenceId` once the file is whole and in the dossier. */
export type PartTaken = { readonly received: number; readonly evidenceId: string | null }
type PartReason =
  AttachEvidenceReason | PermitReason | PutRefusal | 'upload-gone' | 'part-misplaced' | 'part-size'

/** The upload of this person, while the dossier takes files. */
async function mayGoOn(
  ctx: Context,
  actor: Actor,
  { nominationId, uploadId }: Which,
): Promise<Result<IncomingUpload, PermitReason | OpenReason | 'upload-gone'>> {
  const found = await loadNomination(ctx.db.applicant, nominationId, 'read')
  if (!found) return refuse('not-found')
  const permit = permitOnNomination(actor, 'nomination.attach', found)
  if (!permit.ok) return permit
  const { nomination, campaign, closesAt } = found
  const now = await awardNow(ctx.db.applicant)
  const open = evidenceOpen({ state: nomination.state, phase: campaign.phase, closesAt, now })
  if (!open.ok) return open
  const mine = { id: uploadId, nominationId, personId: actor.personId }
  const upload = await loadUpload(ctx.db.applicant, mine)
  return upload ? ok(upload) : refuse('upload-gone')
}

/** The whole file is checked and tied as one sent at once; whatever is refused leaves nothing behind. */
async function finish(
  ctx: Context,
  actor: Actor,
  { nominationId, upload }: { readonly nominationId: string; readonly upload: IncomingUpload },
): Promise<Result<PartTaken, PutRefusal | AttachEvidenceReason>> {
  const { id, title, claim, fileName, size, sha256 } = upload
  const file = await ctx.files.parts.finish(id, { bytes: size, sha256, claimedName: fileName })
  const result = file.ok
    ? await attachEvidence(ctx, actor, {
        nominationId,
        title,
        claim,
        file: { ...file.value, displayName: fileName },
        uploadId: id,
      })
    : file
  if (result.ok) return ok({ received: size, evidenceId: result.value.evidenceId })
  await dropIncoming(ctx.db.applicant, id)
  await ctx.files.parts.drop(id)
  return result
}

/**
 * Takes the next part of an upload that this person began; with the last one the file is attached. A part sent again
 * because its answer was lost hears `part-misplaced` with the byte to go on from, or that the file is in the dossier.
 */
export async function receivePart(
  ctx: Context,
  actor: Actor,
  part: Part,
): Promise<Result<PartTaken, PartReason>> {
  const found = await mayGoOn(ctx, actor, part)
  if (!found.ok) return found
  const upload = found.value
  if (upload.evidenceId !== null) return ok({ received: upload.size, evidenceId: upload.evidenceId })
  const { nominationId, from, bytes } = part
  const isWhole = upload.received === upload.size
  if (isWhole) return finish(ctx, actor, { nominationId, upload })
  const judged = judgePart(upload, { from, bytes: bytes.length })
  if (!judged.ok) return judged
  const written = await ctx.files.parts.write(upload.id, from, bytes)
  if (!written.ok) return written
  const received = from + bytes.length
  const advanced = await advanceIncoming(ctx.db.applicant, { id: upload.id, from, bytes: bytes.length })
  if (!advanced) return refuse('part-misplaced', { received: from })
  return received === upload.size
    ? finish(ctx, actor, { nominationId, upload })
    : ok({ received, evidenceId: null })
}
