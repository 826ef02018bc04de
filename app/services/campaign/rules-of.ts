import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import type { HashOf } from '#app/domain/campaign/campaign.ts'
import type { OffsetAt } from '#app/domain/kernel/working-days.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '../context.ts'

/** SHA-256 over RFC 8785 canonical JSON: anyone can recompute the fingerprint printed under the regulation. */
export const hashWith =
  (ctx: Context): HashOf =>
  (document) => {
    const text = canonicalJson(document as JsonValue)
    if (!text.ok) throw new Error('the document has no canonical form')
    return ctx.crypto.sha256(text.value)
  }

/** The offset of the legal zone, as the platform's zone tables know it. */
export const legalOffset: OffsetAt = (at) => legalOffsetMinutes(at)
