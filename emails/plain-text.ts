import { isolateLtr } from '#app/i18n/bidi.ts'
import type { Message } from './message.ts'

const RULE = '----------------------------------------'

/** The text part carries everything that the HTML says; codes keep their direction inside Arabic lines. */
function block(message: Message): string {
  const { locale, rows, action, next } = message
  const code = (value: string): string => (locale === 'ar' ? isolateLtr(value) : value)
  const colon = locale === 'fr' ? ' : ' : ': '
  const lines = rows.map((row) => `${row.label}${colon}${row.code ? code(row.value) : row.value}`)
  const parts = [
    message.title,
    message.greeting,
    message.lead,
    lines.join('\n'),
    action === null ? '' : `${action.label}${colon.trimEnd()}\n${action.url}`,
    next ?? '',
    message.closing,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

export const plainText = (messages: readonly Message[]): string =>
  `${messages.map(block).join(`\n\n${RULE}\n\n`)}\n\n${RULE}\n${messages[0]?.award ?? ''}\n`
