import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import type { HashOf } from '#app/domain/campaign/campaign.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { WorkCalendar } from '#app/domain/kernel/working-days.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '../context.ts'

/** The digest of a dossier: SHA-256 over RFC 8785, so that anybody who holds the content finds the same. */
export const hashWith =
  (ctx: Pick<Context, 'crypto'>): HashOf =>
  (document) => {
    const text = canonicalJson(document as JsonValue)
    if (!text.ok) throw new Error('the document has no canonical form')
    return ctx.crypto.sha256(text.value)
  }

/** The working days of a campaign, for every due date. */
export const workCalendar = (regulation: Regulation): WorkCalendar => ({
  holidays: regulation.holidays.map(({ date }) => date),
  offsetAt: (at) => legalOffsetMinutes(at),
})
