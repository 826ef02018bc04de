import {
  type DocumentLine,
  type DocumentRow,
  listDocuments,
  loadDocument,
} from '#app/adapters/db/documents.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { mayReadDocument } from './document-access.ts'

/** A document for those who may read it; everybody else gets the answer of an absent one. */
export async function permittedDocument(
  ctx: Context,
  actor: Actor | null,
  id: string,
): Promise<Result<DocumentRow, 'not-found'>> {
  const document = await loadDocument(ctx.db.office, id)
  if (!document || !(await mayReadDocument(ctx, actor, document))) return refuse('not-found')
  return ok(document)
}

/** A document as a page links it. */
export type DocumentLink = Pick<DocumentLine, 'id' | 'kind' | 'number' | 'createdAt'>

/** The documents about one thing that somebody may read, newest first; only the kinds that the page shows. */
export async function documentLinks(
  ctx: Context,
  actor: Actor | null,
  subjectIds: readonly string[],
  kinds: readonly string[],
): Promise<readonly DocumentLink[]> {
  const lines = await listDocuments(ctx.db.office, subjectIds, kinds)
  // What is known of one document about a thing holds for all of that kind about it: a long list asks once.
  const verdicts = new Map<string, Promise<boolean>>()
  const mayRead = (line: DocumentLine): Promise<boolean> => {
    const alike = [line.kind, line.campaignId, line.subjectId, line.isPublic].join(' ')
    const verdict = verdicts.get(alike) ?? mayReadDocument(ctx, actor, line)
    verdicts.set(alike, verdict)
    return verdict
  }
  const readable: DocumentLink[] = []
  for (const line of lines) {
    const { id, kind, number, createdAt } = line
    if (await mayRead(line)) readable.push({ id, kind, number, createdAt })
  }
  return readable
}
