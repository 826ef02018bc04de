import { randomBytes, randomUUID } from 'node:crypto'
import type { Ids } from '#app/services/ports.ts'

/** UUID version 7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, then 74 random bits. */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.set(random.subarray(0, 10), 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * Each greater than the one before it of the same process, also within a millisecond and when the clock steps back: the
 * first 12 random bits are a counter (RFC 9562 section 6.2, method 1). Rows made together keep their order, so that what is
 * computed in the order of rows is the same each time the same campaign is played.
 */
export function risingIds(now: () => number, random: (bytes: number) => Uint8Array): () => string {
  let [last, count] = [0, 0]
  return () => {
    const at = now()
    if (at > last) [last, count] = [at, 0]
    else if (count < 0xfff) count += 1
    else [last, count] = [last + 1, 0]
    const bits = Uint8Array.from(random(10))
    bits.set([count >> 8, count & 0xff])
    return uuidV7(last, bits)
  }
}

/** Identifiers carry no meaning: the time inside a v7 only keeps rows and index in order, it decides nothing. */
export const ids: Ids = {
  uuid: () => randomUUID(),
  rowId: risingIds(Date.now, randomBytes),
}
