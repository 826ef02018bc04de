import { awardNames, type Message, type Row } from './message.ts'
import { plainly } from './said.ts'

const RULE = '----------------------------------------'

/** A code begins its own line in Arabic: alone it reads left to right, and no invisible mark has to say so. */
const rowLine =
  (locale: Message['locale'], colon: string) =>
  ({ label, value, code }: Row): string =>
    `${label}${code && locale === 'ar' ? `${colon.trimEnd()}\n` : colon}${value}`

/** The text part carries everything that the HTML says. */
function block(message: Message, isFollowed: boolean): string {
  const { locale, rows, action, next, review } = message
  const colon = locale === 'fr' ? ' : ' : ': '
  const parts = [
    message.title,
    plainly(message.greeting),
    plainly(message.lead),
    rows.map(rowLine(locale, colon)).join('\n'),
    action === null ? '' : `${action.label}${colon.trimEnd()}\n${action.url}`,
    next === null ? '' : `${next.heading}\n${plainly(next.text)}`,
    message.closing,
    isFollowed && review !== null ? review : '',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

export const plainText = (messages: readonly [Message, ...Message[]]): string => {
  const blocks = messages.map((message, at) => block(message, at < messages.length - 1))
  const award = awardNames(messages[0].locale).map(({ name }) => name)
  return `${blocks.join(`\n\n${RULE}\n\n`)}\n\n${RULE}\n${award.join('\n')}\n`
}
