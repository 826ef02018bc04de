import { ok } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { TypedEntry } from './mark.ts'
import type { SheetEntry } from './sheet.ts'
import { type PinPlaces, type PinRefusal, readPins } from '../nomination/pin.ts'

const FIELD_KEYS: Readonly<Record<PinRefusal, string>> = {
  'pin-unread': 'errors.pin.unread',
  'pin-too-long': 'errors.pin.tooLong',
  'too-many-pins': 'errors.pin.tooMany',
}

/**
 * The entries with what was written under each criterion read as pins; refused at the field of the first that cannot be.
 * `stored`: the sheet until now, whose pins of pieces that are gone stay while their lines do.
 */
export function pinnedEntries(
  typed: readonly TypedEntry[],
  places: PinPlaces,
  stored: readonly SheetEntry[],
): Result<readonly TypedEntry[], PinRefusal> {
  const entries: TypedEntry[] = []
  for (const { pinned = '', ...entry } of typed) {
    const before = stored.find(({ criterion }) => criterion === entry.criterion)
    const read = readPins(pinned, places, before?.pins)
    if (!read.ok) return { ...read, fields: { [`pins.${entry.criterion}`]: FIELD_KEYS[read.reason] } }
    entries.push(read.value.length === 0 ? entry : { ...entry, pins: read.value })
  }
  return ok(entries)
}
