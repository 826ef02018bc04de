import type { DocumentRow } from '#app/adapters/db/documents.ts'
import type { Context } from '../context.ts'
import type { DocumentRecords, Pressed } from '../ports.ts'

const TEMPLATES = ['receipt', 'minutes', 'certificate'] as const satisfies readonly (keyof DocumentRecords)[]
type Template = (typeof TEMPLATES)[number]
const isTemplate = (kind: string): kind is Template => (TEMPLATES as readonly string[]).includes(kind)

/** Sets a document from its stored record alone; nothing is kept, because the same record gives the same bytes. */
export async function pressDocument(
  ctx: Context,
  document: Pick<DocumentRow, 'kind' | 'record'>,
): Promise<Pressed> {
  if (!isTemplate(document.kind)) throw new Error(`no template for a document of kind ${document.kind}`)
  return ctx.press.press(document.kind, document.record as DocumentRecords[typeof document.kind])
}
