import type { FileHandle } from 'node:fs/promises'

/** A file that can be looked at anywhere without being in memory. */
export type Content = {
  readonly size: number
  /** At most `length` bytes from `at`; fewer at the end. */
  readonly read: (at: number, length: number) => Promise<Buffer>
}

export const contentOfBytes = (bytes: Uint8Array): Content => ({
  size: bytes.byteLength,
  read: (at, length) =>
    Promise.resolve(Buffer.from(bytes.subarray(Math.max(0, at), Math.max(0, at) + length))),
})

export async function contentOfHandle(handle: FileHandle): Promise<Content> {
  const { size } = await handle.stat()
  return {
    size,
    read: async (at, length) => {
      const room = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
      const { bytesRead } = await handle.read(room, 0, room.length, Math.max(0, at))
      return room.subarray(0, bytesRead)
    },
  }
}
