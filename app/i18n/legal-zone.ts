/**
 * The legal time of Morocco: GMT+1 by decree 2-18-855, GMT around Ramadan by yearly order, and GMT again
 * from September 2026 in the zone tables (tzdata 2026c). A visitor's browser may carry an older table, so the
 * page gives it the server's: `legalTransitions` is sent by the root loader, `installLegalTransitions`
 * is called once by the browser entry, before hydration.
 */
export type Transition = { readonly from: number; readonly offsetMinutes: number }

const DAY = 86_400_000
const MINUTE = 60_000
const reader = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Africa/Casablanca',
  timeZoneName: 'shortOffset',
})

function readOffset(at: number): number {
  const text = reader.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const found = /GMT([+-])(\d{1,2})(?::?(\d{2}))?/.exec(text)
  if (found === null) return 0
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? '0')
  return found[1] === '-' ? -minutes : minutes
}

/** The first minute in `(low, high]` at which the offset differs from the one at `low`. */
function findChange(low: number, high: number): number {
  const before = readOffset(low)
  let [left, right] = [low, high]
  while (right - left > MINUTE) {
    const middle = left + Math.floor((right - left) / 2 / MINUTE) * MINUTE
    if (readOffset(middle) === before) left = middle
    else right = middle
  }
  return right
}

/** Every change of offset between two instants, the state at `from` first. */
export function legalTransitions(from: number, until: number): Transition[] {
  const start = Math.floor(from / DAY) * DAY
  const found: Transition[] = [{ from: start, offsetMinutes: readOffset(start) }]
  for (let at = start; at < until; at += DAY) {
    if (readOffset(at) === readOffset(at + DAY)) continue
    const change = findChange(at, at + DAY)
    found.push({ from: change, offsetMinutes: readOffset(change) })
  }
  return found
}

/** The changes in one short text, which a page of work carries twice: instant and minutes of each, in turn. */
export const writeTransitions = (transitions: readonly Transition[]): string =>
  transitions.map(({ from, offsetMinutes }) => `${from} ${offsetMinutes}`).join(' ')

/** What `writeTransitions` wrote; no change where the text is empty. */
export const readTransitions = (text: string): Transition[] =>
  [...text.matchAll(/(-?\d+) (-?\d+)/g)].map(([, from, offsetMinutes]) => ({
    from: Number(from),
    offsetMinutes: Number(offsetMinutes),
  }))

let installed: readonly Transition[] = []
export function installLegalTransitions(transitions: readonly Transition[]): void {
  installed = transitions
}

/** The offset of a whole day by its number since 1970, or null where it changes within the day. */
const days = new Map<number, number | null>()
const MOST_DAYS = 4000
function offsetOfDay(day: number): number | null {
  const known = days.get(day)
  if (known !== undefined) return known
  const first = readOffset(day * DAY)
  const offset = first === readOffset(day * DAY + DAY) ? first : null
  if (days.size < MOST_DAYS) days.set(day, offset)
  return offset
}

/** Minutes to add to UTC to read a wall clock in Morocco at this instant. */
export function legalOffsetMinutes(at: number): number {
  const found = installed.findLast((transition) => transition.from <= at)
  if (found !== undefined) return found.offsetMinutes
  return offsetOfDay(Math.floor(at / DAY)) ?? readOffset(at)
}
