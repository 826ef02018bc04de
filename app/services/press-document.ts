import { type DocumentRow, storePdfHash } from '#app/adapters/db/documents.ts'
import { DOCUMENT_KINDS } from '#app/domain/document/document.ts'
import type { DocumentRecords, MadeKind } from '#app/domain/document/kinds.ts'
import type { Context } from './context.ts'
import type { Pressed } from './ports.ts'

type Stored = Pick<DocumentRow, 'id' | 'kind' | 'record' | 'sha256'> & { readonly isPublic?: boolean }

const kindOf = (document: Stored): MadeKind => {
  const kind = DOCUMENT_KINDS.find((one) => one === document.kind)
  if (kind === undefined) throw new Error(`no template for a document of kind ${document.kind}`)
  return kind
}

/** Public documents set lately: anybody may ask for one, and setting takes the processor. */
const lately = new Map<string, Pressed>()
const KEPT = 24

function keep(id: string, pressed: Pressed): void {
  lately.set(id, pressed)
  const [oldest] = lately.keys()
  if (lately.size > KEPT && oldest !== undefined) lately.delete(oldest)
}

/**
 * Sets a document from its stored record alone; nothing is stored, because the same record gives the same bytes.
 * The first setting records their hash, which the check page shows.
 */
export async function pressDocument(ctx: Context, document: Stored): Promise<Pressed> {
  const known = lately.get(document.id)
  if (known) return known
  const kind = kindOf(document)
  const pressed = await ctx.press.press(kind, document.record as DocumentRecords[typeof kind])
  if (document.sha256 === null) await storePdfHash(ctx.db.office, document.id, pressed.sha256)
  else if (document.sha256 !== pressed.sha256)
    ctx.log.warn({ documentId: document.id }, 'a document is set otherwise than the first time')
  if (document.isPublic) keep(document.id, pressed)
  return pressed
}
