import { loadUnsetPublic, loadWithoutFile } from '#app/adapters/db/documents.ts'
import type { Context } from '../context.ts'
import { pressDocument } from '../press-document.ts'

/** Sets some of the public documents that were never set, so that the check page has their hash. */
export async function setPublicDocuments(ctx: Context, most = 10): Promise<number> {
  const waiting = await loadUnsetPublic(ctx.db.office, most)
  for (const document of waiting) await pressDocument(ctx, document)
  return waiting.length
}

/**
 * A nightly act: documents that were set and hashed before first files were kept get theirs, as long as words and
 * templates still give those bytes; the others are told in the log of the machine. Returns how many are kept now.
 */
export async function keepEarlierDocuments(ctx: Context): Promise<number> {
  const PART = 100
  let kept = 0
  for (let after: string | null = null; ;) {
    const documents = await loadWithoutFile(ctx.db.office, after, PART)
    for (const document of documents)
      if ((await pressDocument(ctx, document)).sha256 === document.sha256) kept += 1
    after = documents.at(-1)?.id ?? null
    if (documents.length < PART) return kept
  }
}
