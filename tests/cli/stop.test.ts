import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { markDemonstration } from '#app/adapters/db/demonstration-mark.ts'
import { places } from '#app/cli/postgres-places.mjs'
import { ensureDatabase, startPostgres } from '#app/cli/postgres.mjs'
import { applyMigrations } from '#prisma/engine.ts'
import { productionBuild } from '#tests/support/web.ts'

/** What is stopped here is `npm start` itself, on an own PostgreSQL that an earlier start has filled. */
const FOLDER = '.data/stopped'
const { data } = places(path.join(FOLDER, 'postgres'))
const clear = (): void => {
  for (const folder of [FOLDER, data]) fs.rmSync(folder, { recursive: true, force: true })
}
let port = 0

beforeAll(async () => {
  clear()
  await productionBuild()
  const server = await startPostgres(path.join(FOLDER, 'postgres'), { fsync: 'off' })
  const url = await ensureDatabase(server.url, 'imtiyaz')
  await applyMigrations(url)
  await markDemonstration(url, 'ready')
  await server.stop()
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  port = (probe.address() as net.AddressInfo).port
  await new Promise((resolve) => probe.close(resolve))
})

const begun: ChildProcess[] = []
afterAll(() => {
  for (const { pid, exitCode } of begun) if (pid && exitCode === null) process.kill(-pid, 'SIGKILL')
  clear()
})

/** As a shell begins it: in a process group of its own, which Ctrl-C reaches as a whole. */
function started(more: Record<string, string> = {}) {
  const { DATABASE_URL: _, HOST: __, PUBLIC_ORIGIN: ___, SMTP_URL: ____, ...rest } = process.env
  const child = spawn(process.execPath, ['app/cli/start.mjs'], {
    env: { ...rest, PORT: String(port), DATA_DIR: FOLDER, ...more },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  begun.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => void (said += part.toString()))
  const ended = once(child, 'close') as Promise<[number | null, string | null]>
  const saying = async (words: string): Promise<void> => {
    while (!said.includes(words)) {
      const over = await Promise.race([ended, once(child.stdout, 'data')])
      if (over[0] instanceof Buffer) continue
      throw new Error(`it ended before it said "${words}": ${said}`)
    }
  }
  return { pid: child.pid!, ended, saying, said: () => said }
}

/** Every process that has this one above it, and its own number. */
function family(pid: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of fs.readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    try {
      const [, parent] = fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
      parents.set(Number(name), Number(parent))
    } catch {
      // It ended while the list was read.
    }
  const found = [pid]
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child)
  return found
}
/** A process that has ended and was not yet asked for its code runs no more. */
const runs = (pid: number): boolean =>
  fs.existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))

const lock = path.join(data, 'postmaster.pid')
const answers = (): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = net.connect(port, '127.0.0.1')
    asked.once('connect', () => (asked.destroy(), resolve(true)))
    asked.once('error', () => resolve(false))
  })

it.each([
  ['Ctrl-C, which the whole group hears', (pid: number) => process.kill(-pid, 'SIGINT'), '2'],
  ['SIGTERM to the command alone, after another stop', (pid: number) => process.kill(pid, 'SIGTERM'), '1'],
])('%s ends all that the start began, in order', async (_, stop, processes) => {
  const start = started({ WEB_PROCESSES: processes })
  await start.saying(`is served at http://127.0.0.1:${port}`)
  expect(await answers()).toBe(true)
  const postmaster = Number(fs.readFileSync(lock, 'utf8').split('\n')[0])
  const all = [...new Set([...family(start.pid), ...family(postmaster)])]
  // The command, its second half, the web processes, the worker; PostgreSQL and its own helpers.
  expect(all.length).toBeGreaterThan(4 + Number(processes))
  stop(start.pid)
  expect(await start.ended).toEqual([0, null])
  expect(all.filter(runs)).toEqual([])
  expect(fs.existsSync(lock)).toBe(false)
  expect(await answers()).toBe(false)
  expect(start.said()).not.toMatch(/stopped by itself|Error/)
})

it('another web process takes the place of one that was killed, and of one that was asked to leave', async () => {
  const start = started({ WEB_PROCESSES: '2' })
  await start.saying(`is served at http://127.0.0.1:${port}`)
  const isWeb = (pid: number): boolean =>
    runs(pid) && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('build/node/server.js')
  let one = family(start.pid).find(isWeb) ?? 0
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    process.kill(one, signal)
    await start.saying(`serves in the place of ${one}`)
    expect(runs(one)).toBe(false)
    one = Number(new RegExp(`(\\d+) serves in the place of ${one}\\b`).exec(start.said())?.[1])
    expect(isWeb(one)).toBe(true)
    const page = await fetch(`http://127.0.0.1:${port}/health`)
    expect([page.status, await page.text()]).toEqual([200, 'ok'])
  }
  process.kill(start.pid, 'SIGTERM')
  expect(await start.ended).toEqual([0, null])
})

it('PostgreSQL that is killed is started again, and the pages that need it come back', async () => {
  const start = started({ WEB_PROCESSES: '2' })
  await start.saying(`is served at http://127.0.0.1:${port}`)
  const first = Number(fs.readFileSync(lock, 'utf8').split('\n')[0])
  process.kill(first, 'SIGKILL')
  await start.saying('PostgreSQL ended by itself: it is started again.')
  await start.saying('PostgreSQL answers again.')
  expect(Number(fs.readFileSync(lock, 'utf8').split('\n')[0])).not.toBe(first)
  // Who is signed in is asked of the database: nobody, so that the way leads to the door.
  const headers = { cookie: `__Host-imtiyaz-session=${'a'.repeat(43)}` }
  const page = async (): Promise<number> =>
    (await fetch(`http://127.0.0.1:${port}/fr/account`, { headers, redirect: 'manual' })).status
  await expect.poll(page, { timeout: 30_000 }).toBe(303)
  process.kill(start.pid, 'SIGTERM')
  expect(await start.ended).toEqual([0, null])
  expect(fs.existsSync(lock)).toBe(false)
})

it('Ctrl-C while PostgreSQL still starts leaves nothing either', async () => {
  const start = started()
  await start.saying('Starting PostgreSQL')
  process.kill(-start.pid, 'SIGINT')
  expect(await start.ended).toEqual([0, null])
  expect(fs.existsSync(lock)).toBe(false)
  expect(start.said()).not.toContain('is served')
  expect(await answers()).toBe(false)
})
