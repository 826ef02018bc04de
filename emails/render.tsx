import { render } from '@react-email/render'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import type { EmailNoticeName } from '#app/domain/notice/notice.ts'
import { catalogue, hasLetter, type NoticeShape } from './catalogue.ts'
import { composeMessage, type Envelope, type Message } from './message.ts'
import { plainText } from './plain-text.ts'
import { Notice } from './templates/notice.tsx'

export type RenderedNotice = { readonly subject: string; readonly html: string; readonly text: string }

/** A notice as a letter in the reader's language: subject on one line, HTML under 20 KB without any remote thing, complete text. */
export async function renderNotice(
  name: EmailNoticeName,
  locale: Locale,
  facts: Facts,
  envelope: Envelope = { url: null, recipient: null },
): Promise<RenderedNotice> {
  if (!hasLetter(name)) throw new Error(`notice without a letter: ${name}`)
  const shape: NoticeShape = catalogue[name]
  const first = composeMessage(name, locale, facts, envelope)
  const messages: [Message, ...Message[]] = [first]
  if (shape.bilingual) {
    messages.push(composeMessage(name, first.locale === 'ar' ? 'fr' : 'ar', facts, envelope))
  }
  const html = await render(<Notice messages={messages} />)
  return { subject: first.subject, html, text: plainText(messages) }
}
