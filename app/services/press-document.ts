import { type DocumentRow } from '#app/adapters/db/documents.ts'
import { keepFirstFile, loadFirstFile } from '#app/adapters/db/document-files.ts'
import { inTransaction } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { DOCUMENT_KINDS } from '#app/domain/document/document.ts'
import type { DocumentRecords, MadeKind } from '#app/domain/document/kinds.ts'
import { ok } from '#app/domain/kernel/result.ts'
import type { Context } from './context.ts'
import type { PdfPress, Pressed } from './ports.ts'

type Stored = Pick<DocumentRow, 'id' | 'kind' | 'number' | 'record' | 'sha256'>
type Pdf = Pick<Pressed, 'bytes' | 'sha256'>

const kindOf = (document: Stored): MadeKind => {
  const kind = DOCUMENT_KINDS.find((one) => one === document.kind)
  if (kind === undefined) throw new Error(`no template for a document of kind ${document.kind}`)
  return kind
}

/** The file that is kept, byte for byte: one that is absent or altered is an error, never set anew (T53). */
async function keptOf({ db, files }: Context, { id }: Stored): Promise<Pdf | null> {
  const kept = await loadFirstFile(db.office, id)
  if (!kept) return null
  const opened = await files.open(kept.storageKey, { sha256: kept.sha256 })
  if (!opened.ok) throw new Error(`the file of document ${id}: ${opened.reason}`)
  return { bytes: await new Response(opened.value).bytes(), sha256: kept.sha256 }
}

async function setFirst(ctx: Context, document: Stored): Promise<Pdf> {
  const { id, number } = document
  const kind = kindOf(document)
  const pressed = await ctx.press.press(kind, document.record as DocumentRecords[typeof kind])
  // Set and hashed before first files were kept, with words or a template that have changed since.
  if (document.sha256 !== null && document.sha256 !== pressed.sha256) {
    ctx.log.warn({ documentId: id }, 'a document whose first file nobody kept is set otherwise')
    return pressed
  }
  const source = (async function* () {
    yield pressed.bytes
  })()
  const file = await ctx.files.put(source, { limit: pressed.bytes.length, claimedName: `${number}.pdf` })
  if (!file.ok) throw new Error(`the file of document ${id} cannot be kept: ${file.reason}`)
  const kept = { ...file.value, id: ctx.ids.rowId(), number, by: SYSTEM_ACTOR.personId }
  // Where the transaction throws nobody knows whether it was committed: the sweep removes a file that no row names.
  const first = await inTransaction(ctx.db.office, SYSTEM_ACTOR.personId, async (tx, at) =>
    ok(await keepFirstFile(tx, id, { ...kept, at })),
  )
  if (first.ok && first.value) return pressed
  await ctx.files.remove(file.value.storageName)
  const other = await keptOf(ctx, document)
  if (!other) throw new Error(`document ${id} is gone`)
  return other
}

/** What a press sets just now: whoever asks meanwhile waits for the same, since setting takes the processor. */
const underWay = new WeakMap<PdfPress, Map<string, Promise<Pdf>>>()

function settingsOf(press: PdfPress): Map<string, Promise<Pdf>> {
  const settings = underWay.get(press) ?? new Map<string, Promise<Pdf>>()
  underWay.set(press, settings)
  return settings
}

/**
 * The PDF of a document. The first setting, from the stored record alone, is kept with its SHA-256, which the check page
 * shows; every later call gives exactly those bytes, whatever became of words and templates.
 */
export async function pressDocument(ctx: Context, document: Stored): Promise<Pdf> {
  const kept = await keptOf(ctx, document)
  if (kept) return kept
  const settings = settingsOf(ctx.press)
  const setting = settings.get(document.id) ?? setFirst(ctx, document)
  settings.set(document.id, setting)
  try {
    return await setting
  } finally {
    settings.delete(document.id)
  }
}
