import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownServer } from '#app/cli/own-server.mjs'
import { places } from '#app/cli/postgres-places.mjs'
import { startPostgres } from '#app/cli/postgres.mjs'

/** The second half of `npm start`, with these variables, until it ends by itself. */
async function started(variables: Record<string, string>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imtiyaz-serve-'))
  const { DATABASE_URL: _, PORT: __, HOST: ___, ...rest } = process.env
  const child = spawn(process.execPath, ['app/cli/serve.mjs'], {
    env: { ...rest, PORT: '1', DATA_DIR: folder, DEMO: '1', ...variables },
    timeout: 60_000, // what gets further than its words would build the whole house
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (part: Buffer) => (said[stream] += part.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  const kept = fs.readdirSync(folder).filter((name) => name !== 'secret')
  fs.rmSync(folder, { recursive: true })
  return { code, ...said, kept }
}

describe('a start that cannot be', () => {
  const taken = net.createServer()
  let busy = 0
  let free = 0
  beforeAll(async () => {
    const probe = net.createServer().listen(0, '127.0.0.1')
    await Promise.all([once(taken.listen(0, '127.0.0.1'), 'listening'), once(probe, 'listening')])
    busy = (taken.address() as net.AddressInfo).port
    free = (probe.address() as net.AddressInfo).port
    await new Promise((resolve) => probe.close(resolve))
  })
  afterAll(() => void taken.close())

  it.each([
    ['a port that is no number', () => ({ PORT: 'abc' }), /^PORT is abc: a number from 1 to 65535 /],
    ['a port that is taken', () => ({ PORT: String(busy) }), /^Port \d+ is taken: /],
    ['a public address on plain http', () => ({ PORT: String(free), HOST: '0.0.0.0' }), /^HOST: /],
    [
      'a number of processes that is none',
      () => ({ PORT: String(free), WEB_PROCESSES: 'x' }),
      /^WEB_PROCESSES /,
    ],
    [
      'an address that names no database',
      () => ({ DATABASE_URL: 'x' }),
      /^DATABASE_URL is no database address/,
    ],
    [
      'a database that does not answer',
      () => ({ PORT: String(free), DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/c' }),
      /^The database of DATABASE_URL does not answer: /,
    ],
  ])('says %s in one line, and has begun nothing', async (_, variables, expected) => {
    const { code, stdout, stderr, kept } = await started(variables())
    expect(stderr).toMatch(expected)
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr).not.toContain('secret')
    expect({ code, stdout, kept }).toEqual({ code: 1, stdout: '', kept: [] })
  })
})

describe('the own database server', () => {
  const QUICK = { fsync: 'off' }
  const folder = '.data/left-postgres'
  const { data } = places(folder)
  const lock = path.join(data, 'postmaster.pid')
  /** PostgreSQL takes its lock away as the last thing of an orderly end. */
  const isThere = (): boolean => fs.existsSync(lock)
  beforeAll(() => fs.rmSync(data, { recursive: true, force: true }))
  afterAll(() => fs.rmSync(data, { recursive: true, force: true }))

  it('that outlives a starter killed outright is taken over by the next start, and ended by it', async () => {
    const words = `import('./app/cli/postgres.mjs').then(async ({ startPostgres }) => {
      console.log((await startPostgres('${folder}', { fsync: 'off' })).url)
      setInterval(() => {}, 1000)
    })`
    const starter = spawn(process.execPath, ['-e', words], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(starter.stdout, 'data')) as [Buffer]
    starter.kill('SIGKILL')
    await once(starter, 'exit')
    expect(isThere()).toBe(true)
    const next = await startPostgres(folder, QUICK)
    expect(next).toMatchObject({ adopted: true, url: line.toString().trim() })
    await next.stop()
    expect(isThere()).toBe(false)
  })

  it('is ended also by a stop that comes while it still starts', async () => {
    const server = ownServer(folder, QUICK)
    const starting = server.url()
    await server.stop()
    expect(await starting).toMatch(/^postgres:/)
    expect(isThere()).toBe(false)
  })

  const postmaster = (): number => Number(fs.readFileSync(lock, 'utf8').split('\n')[0])
  const answers = async (url: string): Promise<boolean> => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    return client
      .connect()
      .then(() => client.end())
      .then(
        () => true,
        () => false,
      )
  }
  it.each(['SIGKILL', 'SIGINT'] as const)(
    'is started again at the same address when it ends by %s, and again',
    async (signal) => {
      const said: string[] = []
      const server = ownServer(folder, QUICK, (line: string) => void said.push(line))
      const url = await server.url()
      for (const times of [1, 2]) {
        process.kill(postmaster(), signal)
        await expect
          .poll(() => said.filter((line) => line === 'PostgreSQL answers again.').length, { timeout: 60_000 })
          .toBe(times)
        expect([await answers(url), await server.url()]).toEqual([true, url])
      }
      expect(said.filter((line) => line.startsWith('PostgreSQL ended by itself'))).toHaveLength(2)
      await server.stop()
      expect([isThere(), await answers(url)]).toEqual([false, false])
    },
  )

  it('that was taken over from a start that is gone is started again too', async () => {
    const first = await startPostgres(folder, QUICK)
    const said: string[] = []
    const server = ownServer(folder, QUICK, (line: string) => void said.push(line))
    expect(await server.url()).toBe(first.url)
    process.kill(postmaster(), 'SIGKILL')
    await expect.poll(() => said.at(-1), { timeout: 60_000 }).toBe('PostgreSQL answers again.')
    expect(await answers(first.url)).toBe(true)
    await server.stop()
    expect(isThere()).toBe(false)
  })

  it('that is stopped while it is started again leaves nothing', async () => {
    const said: string[] = []
    const server = ownServer(folder, QUICK, (line: string) => void said.push(line))
    const url = await server.url()
    process.kill(postmaster(), 'SIGKILL')
    await expect.poll(() => said.length, { timeout: 60_000 }).toBeGreaterThan(0)
    await server.stop()
    const lines = said.length
    expect(await answers(url)).toBe(false)
    await expect(server.stop(), 'nothing is left to stop').resolves.toBeUndefined()
    expect(said).toHaveLength(lines)
  })

  it('whose data are gone is not replaced by an empty one: the start ends, and says why', async () => {
    const said: string[] = []
    const failures: unknown[] = []
    const failed = (...told: unknown[]) => void failures.push(told)
    const server = ownServer(folder, QUICK, (line: string) => void said.push(line), {
      failed,
      patience: 1500,
    })
    const url = await server.url()
    const kept = `${data}.kept`
    process.kill(postmaster(), 'SIGKILL')
    fs.renameSync(data, kept)
    try {
      await expect.poll(() => failures, { timeout: 60_000 }).toHaveLength(1)
      const reason = `The data of PostgreSQL are not there: ${data}`
      expect(failures).toEqual([[1, `PostgreSQL could not be started again: ${reason}`]])
      expect(said).toEqual(['PostgreSQL ended by itself: it is started again.', reason])
      await server.stop()
      expect([fs.existsSync(data), await answers(url)]).toEqual([false, false])
    } finally {
      fs.renameSync(kept, data)
    }
  })

  it('that ends again and again ends the start too, with a moment between', async () => {
    const said: string[] = []
    const failures: unknown[] = []
    const told = { failed: (...one: unknown[]) => void failures.push(one), patience: 4000 }
    const server = ownServer(
      folder,
      QUICK,
      (line: string) => {
        said.push(line)
        if (line === 'PostgreSQL answers again.') process.kill(postmaster(), 'SIGKILL')
      },
      told,
    )
    await server.url()
    process.kill(postmaster(), 'SIGKILL')
    await expect.poll(() => failures, { timeout: 60_000 }).toHaveLength(1)
    expect(failures[0]).toEqual([1, expect.stringMatching(/^PostgreSQL could not be started again: ./)])
    await server.stop()
  })

  it('of which nothing was begun has nothing to stop', async () => {
    await expect(ownServer(folder, QUICK).stop()).resolves.toBeUndefined()
  })
})
