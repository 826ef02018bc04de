import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { createPasswords } from '#app/adapters/crypto/password.server.ts'
import { lines, print } from './bench/line.ts'
import { load } from './bench/load.ts'
import type { Bench } from './bench/bench.ts'
import { deposits } from './bench/deposits.ts'
import { home, list, oneFile } from './bench/reads.ts'
import { autosave, signIns, wholeSheet } from './bench/writes.ts'
import { startStack, type Stack } from './bench/stack.ts'
import { startPostgres } from './postgres.mjs'

/**
 * `npm run bench`, with `-- --quick` for three seconds a measure. Its own PostgreSQL with fsync on, the production build,
 * and the generator share the machine. One JSON line a measure; the exit code says whether every target was met.
 */
const DATA = path.resolve('.data')
const quick = process.argv.includes('--quick')
const seconds = quick ? 3 : 15
const only = process.argv
  .find((word) => word.startsWith('--only='))
  ?.slice(7)
  .split(',')
const wanted = (id: string): boolean => only === undefined || only.includes(id)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function freshDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await client.query(`CREATE DATABASE "${name}"`)
  await client.end()
  const address = new URL(server)
  address.pathname = `/${name}`
  inOwnProcess('The migration', ['prisma/engine.ts', 'apply'], { DATABASE_URL: address.href })
  return address.href
}

function inOwnProcess(
  what: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): void {
  const ran = spawnSync(process.execPath, words, { encoding: 'utf8', env: { ...process.env, ...env } })
  if (ran.status !== 0) throw new Error(`${what} failed:\n${ran.stdout}\n${ran.stderr}`)
}

/** The most that the whole stack held, looked at four times a second. */
function watchMemory(stack: Stack) {
  let peak = 0
  const look = (): void => void (peak = Math.max(peak, stack.memory()))
  const timer = setInterval(look, 250)
  return (): number => {
    look()
    clearInterval(timer)
    return Math.round(peak)
  }
}

async function measure(
  bench: Bench,
  before: Awaited<ReturnType<typeof list>>,
): Promise<Awaited<ReturnType<typeof list>>> {
  if (wanted('L1')) await home(bench)
  const listed = wanted('L2') || wanted('L3') ? await list(bench, before) : null
  if (wanted('L4')) await oneFile(bench)
  if (wanted('L5')) await autosave(bench)
  if (wanted('L6')) await wholeSheet(bench)
  if (wanted('L7')) await deposits(bench)
  if (wanted('L8')) await signIns(bench)
  return listed
}

async function main(): Promise<void> {
  inOwnProcess('The build', ['app/cli/build.mjs', 'all'])
  const postgres = await startPostgres(path.join(DATA, 'bench-postgres'), { max_connections: '120' })
  let stack: Stack | null = null
  try {
    const hashed = await createPasswords().hashPassword('quatre mots bien choisis')
    if (!hashed.ok) throw new Error(hashed.reason)
    let before: Awaited<ReturnType<typeof list>> = null
    for (const nominations of [300, 3000]) {
      say(`Loading ${nominations} nominations …`)
      const url = await freshDatabase(postgres.url, `bench_${nominations}`)
      const loaded = await load(url, nominations, hashed.value)
      const client = new pg.Client({ connectionString: url })
      client.on('error', () => undefined)
      await client.connect()
      stack = await startStack(url, await postmaster(client), path.join(DATA, 'bench'))
      const peak = watchMemory(stack)
      const idle = stack.memory()
      before = await measure({ origin: stack.origin, client, loaded, nominations, seconds }, before)
      const most = peak()
      const what = `memory of web, worker and PostgreSQL, PSS in MiB: ${Math.round(idle)} idle, ${most} at peak`
      print({
        id: 'L12',
        what,
        nominations,
        concurrency: 32,
        rps: 0,
        p50: 0,
        p95: 0,
        p99: 0,
        errors: 0,
        target: '<= 900 MiB at peak',
        met: most <= 900,
      })
      await client.end()
      await stack.stop()
      stack = null
    }
  } finally {
    await stack?.stop()
    await postgres.stop()
  }
}

/** The server's own process, whose children serve the connections. */
async function postmaster(client: pg.Client): Promise<number> {
  const found = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
  return Number(readFileSync(path.join(found.rows[0]?.folder ?? '', 'postmaster.pid'), 'utf8').split('\n')[0])
}

say(
  `${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${quick ? 'quick, ' : ''}${seconds} s a measure`,
)
await main()
const missed = lines.filter(({ met }) => met === false)
say(
  missed.length === 0
    ? 'Every target is met.'
    : `Missed: ${missed.map(({ id, concurrency, nominations }) => `${id} c=${concurrency} at ${nominations}`).join(', ')}`,
)
process.exit(missed.length === 0 ? 0 : 1)
