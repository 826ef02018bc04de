import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** Where the evidence for a mark stands (product rules, section 8): a passage of the answers, a page or second of a piece, or the piece. */
export type Pin =
  | { readonly kind: 'passage'; readonly section: string; readonly quote: string }
  | { readonly kind: 'page'; readonly fileId: string; readonly page: number }
  | { readonly kind: 'second'; readonly fileId: string; readonly second: number }
  | { readonly kind: 'piece'; readonly fileId: string }

/** A piece bears the number that it was attached under, for ever: no other of its dossier ever gets it, whatever goes. */
export type PinPiece = { readonly number: number; readonly fileId: string }
/** What a pin may point at, as jurors see it: parts are §1, §2 … in their order, pieces P1, P2 … by their own numbers. */
export type PinPlaces = { readonly sections: readonly string[]; readonly files: readonly PinPiece[] }

export const MOST_PINS = 8
/** Characters of a passage: enough to find it again, too few to copy a dossier. */
export const LONGEST_QUOTE = 300

/** In Arabic a piece is a مرفق. */
const LINE = /^(?:(§)?|(P|م))[ \u00A0\u202F]*(\d{1,4})(?:[ \u00A0\u202F]*:[ \u00A0\u202F]*(\S.*))?$/iu
const PAGE = /^\d{1,4}$/
const TIME = /^(\d{1,3}):([0-5]\d)$/

function pieceAt(fileId: string, at: string | undefined): Pin | null {
  if (at === undefined) return { kind: 'piece', fileId }
  const [time, minutes, seconds] = TIME.exec(at) ?? []
  if (time !== undefined) return { kind: 'second', fileId, second: 60 * Number(minutes) + Number(seconds) }
  return PAGE.test(at) && Number(at) > 0 ? { kind: 'page', fileId, page: Number(at) } : null
}

function pinOf(line: string, { sections, files }: PinPlaces): Pin | null {
  const [found, , piece, number, at] = LINE.exec(line) ?? []
  if (found === undefined || number === undefined) return null
  if (piece !== undefined) {
    const found = files.find((one) => one.number === Number(number))
    return found === undefined ? null : pieceAt(found.fileId, at)
  }
  const section = sections[Number(number) - 1]
  return section === undefined || at === undefined ? null : { kind: 'passage', section, quote: at }
}

/** That a line stands for a part or piece that the dossier no longer shows: `P0: 3`, as `pinLine` writes it. */
export const namesGone = (line: string): boolean =>
  /^[ \u00A0\u202F]*[§Pم][ \u00A0\u202F]*0(?!\d)/iu.test(line)

/**
 * The stored pins of pieces that are gone which a line stands for: `P0: 3`, or the number that the piece bore when a
 * page that is still open, or was kept on a device, wrote it. A number of today's pieces stands for none of them.
 */
function keptBy(line: string, places: PinPlaces, stored: readonly Pin[]): readonly Pin[] {
  const [, , piece, number, at] = LINE.exec(line) ?? []
  if (piece === undefined || places.files.some((one) => one.number === Number(number))) return []
  return stored.filter(
    (one) =>
      one.kind !== 'passage' &&
      !places.files.some(({ fileId }) => fileId === one.fileId) &&
      placeInPiece(one) === (at ?? null),
  )
}

export type PinRefusal = 'pin-unread' | 'pin-too-long' | 'too-many-pins'

/**
 * Pins as the juror writes them, one a line: `§5: words of the passage`, `P2: 3` a page, `P2: 1:05` a minute and second,
 * `P2` the piece. Empty lines say nothing, a line said twice counts once. Refused: a line that names no part or piece of
 * this dossier (`line`), a passage of more than `LONGEST_QUOTE` characters, more than `MOST_PINS`. `stored`: the pins of the
 * same mark until now; a line that stands for one whose piece is gone (`pinLine`) keeps it, since the juror did not unwrite it.
 */
export function readPins(
  text: string,
  places: PinPlaces,
  stored: readonly Pin[] = [],
): Result<readonly Pin[], PinRefusal> {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  if (lines.length > MOST_PINS) return refuse('too-many-pins', { limit: MOST_PINS })
  const pins: Pin[] = []
  for (const line of lines) {
    const pin = pinOf(line, places)
    if (pin === null) {
      const kept = keptBy(line, places, stored)
      if (kept.length === 0) return refuse('pin-unread', { line: line.slice(0, 80) })
      pins.push(...kept.filter((one) => !pins.includes(one)))
      continue
    }
    if (pin.kind === 'passage' && pin.quote.length > LONGEST_QUOTE)
      return refuse('pin-too-long', { limit: LONGEST_QUOTE })
    pins.push(pin)
  }
  return ok(pins)
}

const clock = (second: number): string => `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`

/** Where in its piece a pin points, as it is written: a page, `1:05`, or nothing. */
export const placeInPiece = (pin: Pin): string | null =>
  pin.kind === 'page' ? String(pin.page) : pin.kind === 'second' ? clock(pin.second) : null

/** The line that reads as this pin; a piece that the dossier no longer shows is P0, which names no other. */
export function pinLine(pin: Pin, { sections, files }: PinPlaces): string {
  if (pin.kind === 'passage') return `§${sections.indexOf(pin.section) + 1}: ${pin.quote}`
  const at = placeInPiece(pin)
  const number = files.find(({ fileId }) => fileId === pin.fileId)?.number ?? 0
  return `P${number}${at === null ? '' : `: ${at}`}`
}

export const pinLines = (pins: readonly Pin[], places: PinPlaces): string =>
  pins.map((pin) => pinLine(pin, places)).join('\n')
