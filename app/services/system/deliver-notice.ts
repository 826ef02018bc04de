import { renderNotice } from '#emails/render.tsx'
import { namedFacts } from '#app/adapters/db/notice-names.ts'
import { claimLetter, storeSent, storeUndelivered } from '#app/adapters/db/outbox.ts'
import { type EmailNoticeName, EMAIL_NOTICES } from '#app/domain/notice/notice.ts'
import type { Context } from '../context.ts'

const MOST_ATTEMPTS = 40

const hasLetter = (notice: string): notice is EmailNoticeName =>
  (EMAIL_NOTICES as readonly string[]).includes(notice)

/**
 * Sends one letter of the outbox. At least once: a crash between the sending and the mark sends it again under the same
 * Message-ID (T25). A notice that is shown only in the application needs no letter and counts as sent.
 */
export async function deliverNotice(
  ctx: Context,
  outboxId: string,
): Promise<'sent' | 'later' | 'failed' | 'none'> {
  const owed = await claimLetter(ctx.db.office, outboxId)
  if (!owed) return 'none'
  if (!hasLetter(owed.notice)) {
    await storeSent(ctx.db.office, owed.id)
    return 'sent'
  }
  const [facts] = await namedFacts(ctx.db.office, [owed], owed.locale)
  const url = ctx.noticeUrl(owed.notice, owed.locale, owed.facts)
  const letter = await renderNotice(owed.notice, owed.locale, facts ?? owed.facts, {
    url,
    recipient: owed.name,
  })
  const delivery = await ctx.mailer.send({
    messageId: `<${owed.id}@${new URL(ctx.origin).hostname}>`,
    to: { address: owed.email, name: owed.name },
    locale: owed.locale,
    ...letter,
  })
  if (delivery.outcome === 'sent') {
    await storeSent(ctx.db.office, owed.id)
    return 'sent'
  }
  const isFinal = delivery.outcome === 'failed' || owed.attempts >= MOST_ATTEMPTS
  await storeUndelivered(ctx.db.office, owed.id, delivery.reason, isFinal)
  ctx.log.warn(
    { outboxId: owed.id, notice: owed.notice, attempts: owed.attempts, isFinal },
    'letter not delivered',
  )
  return isFinal ? 'failed' : 'later'
}
