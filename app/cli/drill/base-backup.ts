import { chownSync, cpSync, existsSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { isRoot, NOBODY } from '../postgres-places.mjs'

/** What belongs to the running server and not to its data, or is copied when the backup has ended. */
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts', 'pg_wal', 'server.log']

const owned = (place: string): void => {
  if (isRoot) chownSync(place, NOBODY, NOBODY)
}

/** A folder of a running server: a file may go while it is copied, and the log of changes then brings it back. */
async function copyRunning(from: string, to: string, leftOut: readonly string[] = []): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true }) // which others may pass
  await mkdir(to, { mode: 0o700 })
  owned(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.includes(entry.name)) continue
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) {
      await copyRunning(source, target)
      continue
    }
    try {
      await copyFile(source, target)
      owned(target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

export type Taking = {
  /** Ends the backup: its label, and the log of changes that it needs, lie beside the data. */
  readonly end: () => Promise<void>
}

/**
 * What pg_basebackup does, which the packaged server does not bring: the data are copied while they change, between
 * the two calls of PostgreSQL's own, on one connection. Resolves when the data are copied.
 */
export async function baseBackup(client: pg.Client, data: string, to: string): Promise<Taking> {
  await client.query(`SELECT pg_backup_start('drill', true)`)
  await copyRunning(data, to, LEFT_OUT)
  return {
    end: async () => {
      const stopped = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)')
      await copyRunning(path.join(data, 'pg_wal'), path.join(to, 'pg_wal'))
      writeFileSync(path.join(to, 'backup_label'), stopped.rows[0]?.labelfile ?? '')
      owned(path.join(to, 'backup_label'))
    },
  }
}

/** The files, the key of the log and the secret: all of DATA_DIR that is not the database. */
export function copyBeside(from: string, to: string): void {
  for (const name of ['files', 'keys', 'secret'])
    if (existsSync(path.join(from, name)))
      cpSync(path.join(from, name), path.join(to, name), { recursive: true })
}

/** A backup put into a fresh folder, as an operator would. */
export async function putBack(backup: string, fresh: { readonly data: string; readonly beside: string }) {
  await copyRunning(path.join(backup, 'postgres'), fresh.data)
  copyBeside(backup, fresh.beside)
}
