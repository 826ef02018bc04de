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

/** Identifiers carry no meaning: the time inside a v7 only keeps the index in order, it decides nothing. */
export const ids: Ids = {
  uuid: () => randomUUID(),
  rowId: () => uuidV7(Date.now(), randomBytes(10)),
}
