import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import type { Context } from '#app/services/context.ts'

/** SHA-256 over RFC 8785, as the acts compute it: what the page showed can be compared with what is stored. */
export function digestOf(ctx: Pick<Context, 'crypto'>, document: unknown): string {
  const text = canonicalJson(document as JsonValue)
  if (!text.ok) throw new Error('the document has no canonical form')
  return ctx.crypto.sha256(text.value)
}
