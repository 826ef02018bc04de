import { MARK_CID } from '#emails/components/style.ts'
import { letterLocales, renderNotice } from '#emails/render.tsx'
import { namedFacts } from '#app/adapters/db/notice-names.ts'
import { claimLetter, storeSent, storeUndelivered } from '#app/adapters/db/outbox.ts'
import { type EmailNoticeName, EMAIL_NOTICES } from '#app/domain/notice/notice.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import type { OwedLetter } from '#app/adapters/db/outbox.ts'
import type { Context } from '../context.ts'
import type { LetterPicture } from '../ports.ts'

const MOST_ATTEMPTS = 40

const hasLetter = (notice: string): notice is EmailNoticeName =>
  (EMAIL_NOTICES as readonly string[]).includes(notice)

/** Names stand in the language of the part that says them, not all in the reader's. */
async function letterOf(ctx: Context, owed: OwedLetter & { readonly notice: EmailNoticeName }) {
  const facts: Partial<Record<Locale, Facts>> = {}
  for (const locale of letterLocales(owed.notice, owed.locale)) {
    facts[locale] = (await namedFacts(ctx.db.office, [owed], locale))[0] ?? owed.facts
  }
  const url = ctx.noticeUrl(owed.notice, owed.locale, owed.facts)
  const said = (locale: Locale): Facts => facts[locale] ?? owed.facts
  return renderNotice(owed.notice, owed.locale, said, { url, recipient: owed.name })
}

/** A letter without its mark still says everything: the picture has a text. */
async function pictures(ctx: Context): Promise<readonly LetterPicture[]> {
  try {
    return [{ cid: MARK_CID, mediaType: 'image/png', bytes: await ctx.painter.mark() }]
  } catch (error) {
    ctx.log.error({ err: error }, 'the mark of the letters was not painted')
    return []
  }
}

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
  const letter = await letterOf(ctx, { ...owed, notice: owed.notice })
  const delivery = await ctx.mailer.send({
    messageId: `<${owed.id}@${new URL(ctx.origin).hostname}>`,
    to: { address: owed.email, name: owed.name },
    locale: owed.locale,
    pictures: await pictures(ctx),
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
