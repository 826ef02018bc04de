import {
  type DocumentLine,
  type DocumentRow,
  type DocumentSort,
  documentSorts,
  listDocuments,
  loadDocument,
} from '#app/adapters/db/documents.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { PAGE_SIZE } from '../page.ts'
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

/** Of the sorts of documents those that this person may read: a long list asks once for each. */
async function readable(
  ctx: Context,
  actor: Actor | null,
  sorts: readonly DocumentSort[],
): Promise<readonly DocumentSort[]> {
  const verdicts = await Promise.all(sorts.map((sort) => mayReadDocument(ctx, actor, sort)))
  return sorts.filter((_, at) => verdicts[at])
}

/** One page, and one document more where there are older ones. */
async function newest(
  { db }: Context,
  sorts: readonly DocumentSort[],
  before?: DocumentRow,
): Promise<readonly DocumentLink[]> {
  const lines = await listDocuments(db.office, sorts, PAGE_SIZE + 1, before)
  return lines.map(({ id, kind, number, createdAt }) => ({ id, kind, number, createdAt }))
}

/** The documents about one thing that somebody may read, newest first; only the kinds that the page shows. */
export async function documentLinks(
  ctx: Context,
  actor: Actor | null,
  subjectIds: readonly string[],
  kinds: readonly string[],
): Promise<readonly DocumentLink[]> {
  return newest(ctx, await readable(ctx, actor, await documentSorts(ctx.db.office, subjectIds, kinds)))
}

/** What is older than one document about the same thing, of every kind that this person may read. */
export async function olderDocuments(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<Result<readonly DocumentLink[], 'not-found'>> {
  const document = await permittedDocument(ctx, actor, id)
  if (!document.ok) return document
  const sorts = await readable(ctx, actor, await documentSorts(ctx.db.office, [document.value.subjectId]))
  return ok(await newest(ctx, sorts, document.value))
}
