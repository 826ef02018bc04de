import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { postmasterIn } from '../bench/database.ts'
import { ONE_INSTALLATION } from '../node-flags.mjs'
import { owner, places } from '../postgres-places.mjs'
import { startPostgres } from '../postgres.mjs'
import { killed } from './installation.ts'

export type OwnPostgres = {
  readonly url: string
  /** The folder of its data. */
  readonly data: string
  /** At the same port; resolves when it takes connections again. */
  readonly restart: (mode: 'fast' | 'immediate') => Promise<void>
  /** The postmaster alone, without a word; its children notice. Then it is started again. */
  readonly kill: () => Promise<void>
  /** Its postmaster is gone, of itself or by a `kill`. */
  readonly hasEnded: () => boolean
  readonly stop: () => Promise<void>
}

/** After a `kill -9` the old children may still hold the memory for a moment, and a new postmaster refuses to begin. */
const TRIES = 100

function isRunning(data: string): boolean {
  try {
    return process.kill(postmasterIn(data), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The project's own PostgreSQL with fsync on, in a folder of the drill. */
export async function ownPostgres(
  folder: string,
  settings: Readonly<Record<string, string>> = ONE_INSTALLATION,
): Promise<OwnPostgres> {
  const { url } = (await startPostgres(folder, settings)) as { readonly url: string }
  const { native, data } = places(folder)
  /** No pipes: what it starts would hold them for as long as it lives. */
  async function control(...words: readonly string[]): Promise<boolean> {
    const log = ['-w', '-t', '30', '-l', path.join(data, 'server.log')]
    const env = { ...process.env, LC_ALL: 'C' }
    const run = spawn(path.join(native, 'bin/pg_ctl'), [...words, '-D', data, ...log], {
      ...owner,
      cwd: '/',
      stdio: 'ignore',
      env,
    })
    const [code] = (await once(run, 'exit')) as [number | null]
    return code === 0
  }
  async function restart(mode: 'fast' | 'immediate'): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (await control('restart', '-m', mode)) return
      await wait(50)
    }
    throw new Error(`PostgreSQL did not come back; ${data}/server.log says why`)
  }
  return {
    url,
    data,
    restart,
    kill: () => {
      killed(postmasterIn(data), 'SIGKILL')
      return restart('immediate') // with the words it was started with, which `start` does not remember
    },
    hasEnded: () => !isRunning(data),
    stop: async () => void (await control('stop', '-m', 'fast')),
  }
}
