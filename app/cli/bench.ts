import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { createPasswords } from '#app/adapters/crypto/password.server.ts'
import { clientOf, freshDatabase, inOwnProcess, postmasterIn } from './bench/database.ts'
import { lines, print, table } from './bench/line.ts'
import { load, type Loaded, PASSWORD } from './bench/load.ts'
import type { Bench } from './bench/bench.ts'
import { deposits } from './bench/deposits.ts'
import { figures } from './bench/figures.ts'
import { grownList, home, list, oneFile } from './bench/reads.ts'
import { signIns } from './bench/sign-ins.ts'
import { type Memory, type Stack, startStack, totalOf } from './bench/stack.ts'
import { autosave, wholeSheet } from './bench/writes.ts'
import { ONE_INSTALLATION } from './node-flags.mjs'
import { startPostgres } from './postgres.mjs'

/**
 * `npm run bench`: all measures in about twelve minutes; `npm run bench -- L4 L5` these alone, at 3,000 nominations; `-- --quick`
 * short runs that show only that it works. Its own PostgreSQL with fsync on, the production build, and the generator
 * share the machine. One JSON line a measure on stdout, a table at the end; the exit code says whether every target was met.
 * `npm run bench -- figures` measures the jury's figures and the log of acts alone.
 */
const DATA = path.resolve('.data')
const words = process.argv.slice(2)
const quick = words.includes('--quick')
const [seconds, runs] = quick ? [1, 1] : [3, 3]
const only = words.filter((word) => /^L\d+b?$/.test(word))
const wanted = (id: string): boolean => only.length === 0 || only.includes(id)
/** L3 compares with L2, which needs the smaller table. */
const SIZES = only.length === 0 || wanted('L2') || wanted('L3') ? [300, 3000] : [3000]
const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** The most that the whole stack held, looked at once a second: each look reads the page tables of every process. */
function watchMemory(stack: Stack) {
  let peak = stack.memory()
  const look = (): void => {
    const now = stack.memory()
    if (totalOf(now) > totalOf(peak)) peak = now
  }
  const timer = setInterval(look, 1000)
  return (): Memory => {
    look()
    clearInterval(timer)
    return peak
  }
}

const shares = (memory: Memory): string =>
  `${Math.round(totalOf(memory))} (web ${Math.round(memory.web)}, worker ${Math.round(memory.worker)}, PostgreSQL ${Math.round(memory.postgres)})`

function tellMemory(nominations: number, idle: Memory, peak: Memory): void {
  const target = '<= 900 MiB at peak'
  print({
    id: 'L12',
    what: `memory of the whole stack, PSS in MiB: ${shares(idle)} idle, ${shares(peak)} at peak`,
    generator: 'none',
    ...{ nominations, concurrency: 32, rps: 0, p50: 0, p95: 0, p99: 0, errors: 0 },
    ...{ cpu: { web: 0, postgres: 0 }, foreign: 0, runs: '1', target, met: totalOf(peak) <= 900 },
  })
}

async function measureAll(bench: Bench): Promise<void> {
  const { targetsOnly } = bench
  if (targetsOnly && wanted('L2')) await list(bench)
  if (targetsOnly && only.length > 0) return
  if (wanted('L1')) await home(bench)
  if (wanted('L4')) await oneFile(bench)
  if (wanted('L5')) await autosave(bench)
  if (wanted('L6')) await wholeSheet(bench)
  if (wanted('L7')) await deposits(bench)
  if (wanted('L8')) await signIns(bench)
}

type Filled = { readonly nominations: number; readonly url: string; readonly loaded: Loaded }

async function filled(server: string, nominations: number, passwordHash: string): Promise<Filled> {
  say(`Loading ${nominations} nominations …`)
  const url = await freshDatabase(server, `bench_${nominations}`)
  return { nominations, url, loaded: await load(url, nominations, passwordHash) }
}

/** Serves one database with processes of its own as long as `work` takes. */
async function served({ url, nominations, loaded }: Filled, work: (bench: Bench) => Promise<void>) {
  const client = clientOf(url)
  await client.connect()
  const stack = await startStack(url, await postmaster(client), path.join(DATA, 'bench'))
  try {
    await wait(5000) // the worker is not up as soon as the web process is
    const targetsOnly = nominations !== SIZES.at(-1)
    await work({ stack, client, loaded, nominations, seconds, runs, targetsOnly })
  } finally {
    await client.end()
    await stack.stop()
  }
}

const everything = (data: Filled): Promise<void> =>
  served(data, async (bench) => {
    const idle = bench.stack.memory()
    const peak = watchMemory(bench.stack)
    await measureAll(bench)
    tellMemory(data.nominations, idle, peak())
  })

const growth = (few: Filled, many: Filled): Promise<void> =>
  served(few, (smaller) => served(many, (bench) => grownList(bench, smaller)))

async function withPostgres<T>(work: (server: string) => Promise<T>): Promise<T> {
  const postgres = await startPostgres(path.join(DATA, 'bench-postgres'), ONE_INSTALLATION)
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

async function main(): Promise<void> {
  inOwnProcess('The build', ['app/cli/build.mjs', 'all'])
  await withPostgres(async (server) => {
    const hashed = await createPasswords().hashPassword(PASSWORD)
    if (!hashed.ok) throw new Error(hashed.reason)
    const data: Filled[] = []
    for (const nominations of SIZES) {
      const next = await filled(server, nominations, hashed.value)
      const [few] = data.splice(0, data.length, next)
      if (few && wanted('L3')) await growth(few, next)
      await everything(next)
    }
  })
}

async function postmaster(client: pg.Client): Promise<number> {
  const found = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
  return postmasterIn(found.rows[0]?.folder ?? '')
}

if (words.includes('figures')) {
  const met = await withPostgres(async (server) => figures(await freshDatabase(server, 'bench_figures')))
  process.exit(met ? 0 : 1)
}
say(
  `${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${runs} runs of ${seconds} s a measure`,
)
await main()
const missed = lines.filter(({ met }) => met === false).length
say(`\n${table()}\n`)
say(
  missed === 0
    ? 'Every target is met.'
    : `${missed} of ${lines.filter(({ met }) => met !== null).length} targets missed.`,
)
process.exit(missed === 0 ? 0 : 1)
