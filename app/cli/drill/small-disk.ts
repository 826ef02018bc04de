import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** A file system of our own, small enough to be filled. */
export type SmallDisk = {
  readonly folder: string
  /** Takes all the room that is left; asked again, what was given back since. */
  readonly fill: () => void
  readonly free: () => void
  readonly remove: () => void
}

const PIECES = [1 << 20, 1 << 12]

/** Writes on until nothing more is taken, at last in small pieces. */
function fillUp(ballast: string): void {
  const file = openSync(ballast, 'a')
  try {
    for (const size of PIECES) {
      const piece = Buffer.alloc(size, 1)
      try {
        while (writeSync(file, piece) > 0);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(file)
  }
}

/** In memory, of so many bytes; null where nobody lets us mount one. */
export function smallDisk(folder: string, bytes: number): SmallDisk | null {
  const remove = (): void => {
    spawnSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true, force: true })
  }
  remove() // one that a killed drill left
  mkdirSync(folder, { recursive: true })
  const words = ['-t', 'tmpfs', '-o', `size=${bytes},mode=0755`, 'tmpfs', folder]
  if (spawnSync('mount', words).status !== 0) return null
  const ballast = path.join(folder, 'ballast')
  return { folder, fill: () => fillUp(ballast), free: () => rmSync(ballast, { force: true }), remove }
}
