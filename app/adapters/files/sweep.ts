import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

async function isOlder(path: string, than: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && found.isFile() && found.mtimeMs < than
}

/** Deletes what is older than `olderThan` and belongs to nobody, in this folder and those below; returns how many. */
export async function sweepFolder(
  folder: string,
  olderThan: number,
  isReferenced: (name: string) => Promise<boolean>,
): Promise<number> {
  let swept = 0
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) swept += await sweepFolder(path, olderThan, isReferenced)
    else if ((await isOlder(path, olderThan)) && !(await isReferenced(entry.name))) {
      await rm(path, { force: true })
      swept += 1
    }
  }
  return swept
}
