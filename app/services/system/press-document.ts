import type { DocumentRow } from '#app/adapters/db/documents.ts'
import type { Context } from '../context.ts'
import type { DocumentRecords, Pressed } from '../ports.ts'

const TEMPLATES = ['receipt', 'minutes', 'certificate'] as const satisfies readonly (keyof DocumentRecords)[]
type Template = (typeof TEMPLATES)[number]
/** Two kinds of certificate share one page. */
const templateOf = (kind: string): Template | undefined =>
  kind.endsWith('_certificate') ? 'certificate' : TEMPLATES.find((template) => template === kind)

/** Sets a document from its stored record alone; nothing is kept, because the same record gives the same bytes. */
export async function pressDocument(
  ctx: Context,
  document: Pick<DocumentRow, 'kind' | 'record'>,
): Promise<Pressed> {
  const template = templateOf(document.kind)
  if (!template) throw new Error(`no template for a document of kind ${document.kind}`)
  return ctx.press.press(template, document.record as DocumentRecords[typeof template])
}
