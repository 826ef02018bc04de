import { dropIncoming, loadUpload } from '#app/adapters/db/incoming-uploads.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'

/** Gives up an upload that one began: its row and what had arrived go at once. What is attached stays. */
export async function abandonUpload(
  ctx: Context,
  actor: Actor,
  { nominationId, uploadId }: { readonly nominationId: string; readonly uploadId: string },
): Promise<Result<true, 'not-found'>> {
  const upload = await loadUpload(ctx.db.applicant, {
    id: uploadId,
    nominationId,
    personId: actor.personId,
  })
  if (!upload) return refuse('not-found')
  await dropIncoming(ctx.db.applicant, upload.id)
  await ctx.files.parts.drop(upload.id)
  return ok(true)
}
