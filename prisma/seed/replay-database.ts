import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { UNHURRIED } from '#app/adapters/db/client.server.ts'
import { markDemonstration } from '#app/adapters/db/demonstration-mark.ts'
import { buildContext } from '#app/context.server.ts'
import { readEnv } from '#app/env.server.ts'
import type { Context } from '#app/services/context.ts'

export type ReplayDatabase = {
  readonly ctx: Context
  readonly ownerUrl: string
  /** Closes everything and drops the database and its files. */
  readonly drop: () => Promise<void>
}

const onServer = async (serverUrl: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** In a process of its own: the engine keeps its connection to the end of its process, and the database is dropped before. */
async function migrate(url: string): Promise<void> {
  const words = ['--no-warnings', path.resolve('prisma/engine.ts'), 'apply']
  await promisify(execFile)(process.execPath, words, { env: { ...process.env, DATABASE_URL: url } })
}

/**
 * A database of the replay's own on the server of `serverUrl`; the one named there is only asked to create it. The name
 * ends in random letters, so that two replays never meet.
 */
export async function createReplayDatabase(
  serverUrl: string,
  year: number,
  /** Hears how to put everything away before anything is made, for whoever stops the replay in the middle. */
  onDrop: (drop: () => Promise<void>) => void = () => undefined,
): Promise<ReplayDatabase> {
  const name = `imtiyaz_replay_${year}_${randomBytes(6).toString('hex')}`
  const address = new URL(serverUrl)
  address.pathname = `/${name}`
  const ownerUrl = address.href
  const folder = path.resolve('.data', name)
  const created = onServer(serverUrl, `CREATE DATABASE "${name}"`)
  let ctx: Context | null = null
  const drop = async (): Promise<void> => {
    await created.catch(() => undefined)
    // By force and first: a stop in the middle of an act leaves connections that would not close by themselves.
    await onServer(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await ctx?.db.close().catch(() => undefined)
    await fs.rm(folder, { recursive: true, force: true })
  }
  onDrop(drop)
  try {
    await created
    await migrate(ownerUrl)
    await markDemonstration(ownerUrl)
    const secret = randomBytes(48).toString('base64url')
    const { PUBLIC_ORIGIN } = process.env
    const env = readEnv({
      DATABASE_URL: ownerUrl,
      DATA_DIR: folder,
      APP_SECRET: secret,
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...(PUBLIC_ORIGIN ? { PUBLIC_ORIGIN } : {}),
    })
    ctx = await buildContext(env, { poolSize: 4, limits: UNHURRIED })
    return { ctx, ownerUrl, drop }
  } catch (error) {
    await drop()
    throw error
  }
}
