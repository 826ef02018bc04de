import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** A client whose server may go away at any time. */
export function clientOf(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  return client
}

/** Runs one of our programs to its end; throws with its words when it fails. */
export function inOwnProcess(
  what: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const ran = spawnSync(process.execPath, words, { encoding: 'utf8', env: { ...process.env, ...env } })
  if (ran.status !== 0) throw new Error(`${what} failed:\n${ran.stdout}\n${ran.stderr}`)
  return ran.stdout
}

/** An empty, migrated database of this name, whatever was there before; answers with its address. */
export async function freshDatabase(server: string, name: string): Promise<string> {
  const client = clientOf(server)
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await client.query(`CREATE DATABASE "${name}"`)
  await client.end()
  const address = new URL(server)
  address.pathname = `/${name}`
  inOwnProcess('The migration', ['prisma/engine.ts', 'apply'], { DATABASE_URL: address.href })
  return address.href
}

/** The server's own process, whose children serve the connections. */
export const postmasterIn = (folder: string): number =>
  Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
