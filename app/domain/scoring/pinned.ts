import { ok } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { TypedEntry } from './mark.ts'
import { type PinPlaces, type PinRefusal, readPins } from '../nomination/pin.ts'

const FIELD_KEYS: Readonly<Record<PinRefusal, string>> = {
  'pin-unread': 'errors.pin.unread',
  'pin-too-long': 'errors.pin.tooLong',
  'too-many-pins': 'errors.pin.tooMany',
}

/** The entries with what was written under each criterion read as pins; refused at the field of the first that cannot be. */
export function pinnedEntries(
  typed: readonly TypedEntry[],
  places: PinPlaces,
): Result<readonly TypedEntry[], PinRefusal> {
  const entries: TypedEntry[] = []
  for (const { pinned = '', ...entry } of typed) {
    const read = readPins(pinned, places)
    if (!read.ok) return { ...read, fields: { [`pins.${entry.criterion}`]: FIELD_KEYS[read.reason] } }
    entries.push(read.value.length === 0 ? entry : { ...entry, pins: read.value })
  }
  return ok(entries)
}
