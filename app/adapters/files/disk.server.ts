import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { FileStore, PutRefusal, StoredFile } from '#app/services/ports.ts'
import { contentOfHandle } from './content.ts'
import { digestOf } from './digest.ts'
import { createPartStore } from './parts.ts'
import { NAME } from './name.ts'
import { isFull, receive } from './receive.ts'
import { sniff } from './sniff.ts'
import { sweepKept, sweepTemporary } from './sweep.ts'

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Files under `root`: `incoming/` while they arrive, `kept/ab/<uuid>` once whole. No name from outside is used. */
export function createDiskStore(root: string): FileStore {
  const incoming = join(root, 'incoming')
  const kept = join(root, 'kept')
  const pathOf = (name: string): string => join(kept, name.slice(0, 2), name)

  /** Order of T62: temporary file, fsync, rename, fsync of both folders; the row comes after, elsewhere. */
  async function keep(temporary: string): Promise<string> {
    const storageName = randomUUID()
    const path = pathOf(storageName)
    await mkdir(dirname(path), { recursive: true })
    await rename(temporary, path)
    await syncFolder(dirname(path))
    await syncFolder(kept)
    return storageName
  }

  async function take(
    handle: FileHandle,
    temporary: string,
    source: AsyncIterable<Uint8Array>,
    facts: { limit: number; claimedName: string },
  ): Promise<Result<StoredFile, PutRefusal>> {
    const received = await receive(handle, source, facts.limit)
    if (!received.ok) return received
    const type = await sniff(await contentOfHandle(handle), facts.claimedName)
    if (!type.ok) return type
    const storageName = await keep(temporary)
    return ok({ storageName, ...received.value, mediaType: type.value })
  }

  return {
    put: async (source, facts) => {
      const temporary = join(incoming, `${randomUUID()}.part`)
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 })
        const handle = await open(temporary, 'wx+', 0o600)
        return await take(handle, temporary, source, facts).finally(() => handle.close())
      } catch (error) {
        if (isFull(error)) return refuse('storage-full')
        throw error
      } finally {
        await unlink(temporary).catch(() => undefined)
      }
    },
    open: async (storageName, facts = {}) => {
      const handle = NAME.test(storageName) ? await open(pathOf(storageName), 'r').catch(() => null) : null
      if (handle === null) return refuse('file-absent')
      // The same open file is hashed and then read: it cannot be exchanged in between.
      if (facts.sha256 !== undefined && (await digestOf(handle)) !== facts.sha256) {
        await handle.close()
        return refuse('file-altered')
      }
      const { start = 0, end } = facts
      const stream = handle.createReadStream({ start, ...(end === undefined ? {} : { end }) })
      return ok(Readable.toWeb(stream) as ReadableStream<Uint8Array>)
    },
    remove: async (storageName) => {
      if (NAME.test(storageName)) await rm(pathOf(storageName), { force: true })
    },
    parts: createPartStore(incoming, keep),
    sweep: async ({ olderThan, isReferenced }) =>
      (await sweepTemporary(incoming, olderThan)) + (await sweepKept(kept, olderThan, isReferenced)),
  }
}
