import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BundleFault, object, parse, text } from './shape.ts'

/** The files of a bundle by name, from one JSON file or from a folder. */
export type BundleFiles = ReadonlyMap<string, string>

/** Nobody's results bundle is larger; a larger file is not one, and is not read. */
const LARGEST_BYTES = 512 * 1024 * 1024

function fromFolder(folder: string): BundleFiles {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

export function filesFromText(content: string, name: string): BundleFiles {
  const files = object(object(parse(content, name), name)['files'], `${name} files`)
  return new Map(Object.entries(files).map(([file, value]) => [file, text(value, `${name} files.${file}`)]))
}

/** Throws a BundleFault with one clear sentence when there is nothing to verify. */
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
