import { readFileSync } from 'node:fs'
import { BundleFault, count, object, parse, text, textOrNull } from './shape.ts'

/** One entry as the file gives it. `entry` is absent where the file holds only the hash. */
export type LogLine = {
  readonly index: number
  readonly leaf: string
  readonly entry: string | null
  /** What the columns of the database say, where they say something else than the entry. */
  readonly row: string | null
}
export type LogFile = {
  readonly key: string
  readonly size: number
  readonly lines: readonly LogLine[]
  readonly checkpoints: readonly string[]
}

const SCHEMA = 'imtiyaz.log/1'

/** The log from its text: a first line with schema, key and size, then a JSON line per entry and per checkpoint. */
export function logFromText(content: string, name: string): LogFile {
  const [first, ...rest] = content.split('\n').filter((line) => line !== '')
  if (first === undefined) throw new BundleFault(`${name} is empty`)
  const head = object(parse(first, `${name} line 1`), `${name} line 1`)
  if (head['schema'] !== SCHEMA) throw new BundleFault(`${name} is not a log (schema ${SCHEMA})`)
  const lines: LogLine[] = []
  const checkpoints: string[] = []
  for (const [at, line] of rest.entries()) {
    const place = `${name} line ${at + 2}`
    const one = object(parse(line, place), place)
    if (one['checkpoint'] !== undefined) checkpoints.push(text(one['checkpoint'], place))
    else
      lines.push({
        index: count(one['index'], `${place} index`),
        leaf: text(one['leaf'], `${place} leaf`),
        entry: textOrNull(one['entry'], `${place} entry`),
        row: textOrNull(one['row'], `${place} row`),
      })
  }
  return {
    key: text(head['key'], `${name} key`),
    size: count(head['size'], `${name} size`),
    lines,
    checkpoints,
  }
}

export function openLog(path: string): LogFile {
  return logFromText(readText(path), path)
}

/** Throws a BundleFault with one clear sentence when there is nothing to read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new BundleFault(`nothing to read at ${path}`)
  }
}
