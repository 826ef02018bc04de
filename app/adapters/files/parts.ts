import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { FileStore, PutRefusal, StoredFile } from '#app/services/ports.ts'
import { contentOfHandle } from './content.ts'
import { digestOf } from './digest.ts'
import { NAME } from './name.ts'
import { isFull } from './receive.ts'
import { sniff } from './sniff.ts'

async function writeAll(handle: FileHandle, at: number, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

/**
 * Files that arrive in parts, each under its name in `incoming`. A part is written where it belongs, so that one sent
 * twice changes nothing; `keep` moves the whole to where files stay and answers its name there.
 */
export function createPartStore(
  incoming: string,
  keep: (temporary: string) => Promise<string>,
): FileStore['parts'] {
  const pathOf = (name: string): string => join(incoming, `${name}.part`)

  async function whole(
    handle: FileHandle,
    name: string,
    announced: { bytes: number; sha256: string; claimedName: string },
  ): Promise<Result<StoredFile, PutRefusal>> {
    const { bytes, sha256 } = announced
    const { size } = await handle.stat()
    if (size !== bytes || (await digestOf(handle)) !== sha256) return refuse('upload-interrupted')
    const type = await sniff(await contentOfHandle(handle), announced.claimedName)
    if (!type.ok) return type
    await handle.sync()
    return ok({ storageName: await keep(pathOf(name)), bytes, sha256, mediaType: type.value })
  }

  return {
    write: async (name, at, bytes) => {
      if (!NAME.test(name)) throw new Error('no name of a part')
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 })
        const handle = await open(pathOf(name), constants.O_RDWR | constants.O_CREAT, 0o600)
        await writeAll(handle, at, bytes)
          .then(() => handle.datasync())
          .finally(() => handle.close())
        return ok(true)
      } catch (error) {
        if (isFull(error)) return refuse('storage-full')
        throw error
      }
    },
    finish: async (name, announced) => {
      const handle = NAME.test(name) ? await open(pathOf(name), 'r').catch(() => null) : null
      if (handle === null) return refuse('upload-interrupted')
      return await whole(handle, name, announced).finally(() => handle.close())
    },
    drop: async (name) => {
      if (NAME.test(name)) await rm(pathOf(name), { force: true })
    },
  }
}
