import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'

export type Kind = 'answer' | 'score' | 'submission'
/** One state of one row: its version, and the SHA-256 of its text (null where only the version is known). */
export type Version = {
  readonly kind: Kind
  readonly id: string
  readonly version: number
  readonly hash: string | null
}
/** A write that was answered as done, at `at` (milliseconds since 1970); `repeated` when an earlier try had no answer. */
export type Acknowledged = Version & {
  readonly hash: string
  readonly at: number
  readonly repeated: boolean
}

export type Journal = {
  readonly add: (write: Acknowledged) => void
  readonly read: () => readonly Acknowledged[]
  readonly close: () => void
}

/** A new file of our own to which each answer is appended before the next write is sent: what was promised, in order. */
export function openJournal(file: string): Journal {
  mkdirSync(path.dirname(file), { recursive: true })
  const descriptor = openSync(file, 'w')
  return {
    add: (write) => void writeSync(descriptor, `${JSON.stringify(write)}\n`),
    read: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Acknowledged),
    close: () => closeSync(descriptor),
  }
}
