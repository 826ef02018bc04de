import { loadUnsetPublic } from '#app/adapters/db/documents.ts'
import type { Context } from '../context.ts'
import { pressDocument } from '../press-document.ts'

/** Sets some of the public documents that were never set, so that the check page has their hash. */
export async function setPublicDocuments(ctx: Context, most = 10): Promise<number> {
  const waiting = await loadUnsetPublic(ctx.db.office, most)
  for (const document of waiting) await pressDocument(ctx, document)
  return waiting.length
}
