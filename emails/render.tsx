import { render } from '@react-email/render'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { type EmailNoticeName, noticeRule } from '#app/domain/notice/notice.ts'
import { catalogue, hasLetter, type NoticeShape } from './catalogue.ts'
import { composeMessage, type Envelope, type Message } from './message.ts'
import { plainText } from './plain-text.ts'
import { Notice } from './templates/notice.tsx'

export type RenderedNotice = { readonly subject: string; readonly html: string; readonly text: string }

/**
 * The languages of one letter, the reader's first. A proof is also written in Arabic and French. A legal notice in
 * Amazigh carries the French one below until a native reader has read the translation.
 */
export function letterLocales(name: EmailNoticeName, reader: Locale): readonly [Locale, ...Locale[]] {
  const shape: NoticeShape | null = hasLetter(name) ? catalogue[name] : null
  const others: readonly Locale[] = shape?.proof
    ? ['ar', 'fr']
    : reader === 'zgh' && noticeRule(name).legal
      ? ['fr']
      : []
  return [reader, ...others.filter((other) => other !== reader)]
}

/**
 * A notice as a letter: subject on one line, HTML under 20 kB that fetches nothing, complete text. `facts` may differ by
 * language, where they name things.
 */
export async function renderNotice(
  name: EmailNoticeName,
  reader: Locale,
  facts: Facts | ((locale: Locale) => Facts),
  envelope: Envelope = { url: null, recipient: null },
): Promise<RenderedNotice> {
  if (!hasLetter(name)) throw new Error(`notice without a letter: ${name}`)
  const compose = (locale: Locale): Message =>
    composeMessage(name, locale, typeof facts === 'function' ? facts(locale) : facts, envelope)
  const [first, ...others] = letterLocales(name, reader)
  const messages: [Message, ...Message[]] = [compose(first), ...others.map(compose)]
  const html = await render(<Notice messages={messages} />)
  return { subject: messages[0].subject, html, text: plainText(messages) }
}
