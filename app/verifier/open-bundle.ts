import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type BundleFiles, filesFromText } from './bundle-files.ts'
import { BundleFault } from './shape.ts'

/** Nobody's results bundle is larger; a larger file is not one, and is not read. */
const LARGEST_BYTES = 512 * 1024 * 1024

function fromFolder(folder: string): BundleFiles {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** From one JSON file or from a folder. Throws a BundleFault with one clear sentence when there is nothing to verify. */
export function openBundle(path: string): BundleFiles {
  let stats
  try {
    stats = statSync(path)
  } catch {
    throw new BundleFault(`nothing to read at ${path}`)
  }
  if (stats.isDirectory()) {
    const files = fromFolder(path)
    if (files.size === 0) throw new BundleFault(`the folder ${path} holds no JSON file`)
    return files
  }
  if (stats.size > LARGEST_BYTES) throw new BundleFault(`${path} is too large to be a results bundle`)
  return filesFromText(readFileSync(path, 'utf8'), path)
}
