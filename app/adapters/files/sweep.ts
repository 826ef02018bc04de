import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

async function isOlder(path: string, than: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && found.isFile() && found.mtimeMs < than
}

/** How many files lie in this folder and those below, and which of them are older than `olderThan` and belong to nobody. */
async function straysIn(
  folder: string,
  olderThan: number,
  isReferenced: (name: string) => Promise<boolean>,
): Promise<{ readonly files: number; readonly strays: readonly string[] }> {
  let files = 0
  const strays: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const below = await straysIn(path, olderThan, isReferenced)
      files += below.files
      strays.push(...below.strays)
    } else {
      files += 1
      if ((await isOlder(path, olderThan)) && !(await isReferenced(entry.name))) strays.push(path)
    }
  }
  return { files, strays }
}

/** As many a process that is killed at its worst may leave; more of them tell of a folder that is not this database's. */
const FEW = 20
const SHARE = 0.05

async function remove(paths: readonly string[]): Promise<number> {
  for (const path of paths) await rm(path, { force: true })
  return paths.length
}

/** Deletes what is older than `olderThan` in this folder and those below; returns how many. */
export const sweepTemporary = async (folder: string, olderThan: number): Promise<number> =>
  remove((await straysIn(folder, olderThan, () => Promise.resolve(false))).strays)

/**
 * Deletes what is older than `olderThan` and belongs to nobody; returns how many. Throws, and deletes nothing, where so many
 * belong to nobody that the folder must be another database's, or the database an older one than the folder.
 */
export async function sweepKept(
  folder: string,
  olderThan: number,
  isReferenced: (name: string) => Promise<boolean>,
): Promise<number> {
  const { files, strays } = await straysIn(folder, olderThan, isReferenced)
  if (strays.length > Math.max(FEW, files * SHARE))
    throw new Error(`${strays.length} of ${files} stored files are in no row: none was deleted`)
  return remove(strays)
}
