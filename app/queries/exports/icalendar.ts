import { type Instant, toIso } from '#app/domain/kernel/instant.ts'

export type CalendarEvent = {
  readonly uid: string
  readonly at: Instant
  readonly summary: string
  readonly url: string
}
export type CalendarFile = {
  readonly name: string
  readonly stamp: Instant
  readonly sequence: number
  readonly events: readonly CalendarEvent[]
}

const utc = (at: Instant): string => `${toIso(at).slice(0, 19).replaceAll(/[-:]/g, '')}Z`
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n')

/** RFC 5545 section 3.1: no line is longer than 75 octets; a fold never cuts a character. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const letter of line) {
    const limit = lines.length === 0 ? 75 : 74
    if (Buffer.byteLength(current + letter) > limit) {
      lines.push(current)
      current = ''
    }
    current += letter
  }
  return [...lines, current].join('\r\n ')
}

const eventLines = (
  { uid, at, summary, url }: CalendarEvent,
  { stamp, sequence }: CalendarFile,
): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${utc(stamp)}`,
  `SEQUENCE:${sequence}`,
  `DTSTART:${utc(at)}`,
  `SUMMARY:${escaped(summary)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** The same events keep their identifiers, so that an extension moves the date in calendars that have the file. */
export const iCalendar = (file: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Imtiyaz//Calendar//EN',
    `X-WR-CALNAME:${escaped(file.name)}`,
    ...file.events.flatMap((event) => eventLines(event, file)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
