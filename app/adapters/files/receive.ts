import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { PutRefusal } from '#app/services/ports.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

export const isFull = (error: unknown): boolean => FULL.has(codeOf(error))

type Received = { readonly bytes: number; readonly sha256: string }

/** Writes while counting and hashing; stops at the first byte over the limit, before it is kept. */
export async function receive(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<Received, PutRefusal>> {
  const hash = createHash('sha256')
  let bytes = 0
  let writing = false
  try {
    for await (const chunk of source) {
      bytes += chunk.byteLength
      if (bytes > limit) return refuse('file-too-large', { limit })
      hash.update(chunk)
      writing = true
      await handle.writeFile(chunk)
      writing = false
    }
    writing = true
    await handle.sync()
  } catch (error) {
    if (isFull(error)) return refuse('storage-full')
    if (writing) throw error
    return refuse('upload-interrupted')
  }
  return ok({ bytes, sha256: hash.digest('hex') })
}
