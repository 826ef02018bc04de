import os from 'node:os'
import path from 'node:path'
import { freePort } from './bench/stack.ts'
import { inOwnProcess } from './bench/database.ts'
import { FAULTS, inRounds } from './drill/faults.ts'
import { filled, FULL } from './drill/full-disk.ts'
import { type OwnPostgres, ownPostgres } from './drill/own-postgres.ts'
import { exitCodeOf, lineOf, type Outcome, tableOf } from './drill/report.ts'
import { RESTORE, restored } from './drill/restore.ts'
import { scene } from './drill/scene.ts'
import { WRITERS } from './drill/writers.ts'

/**
 * `npm run drill`: nothing that was acknowledged is lost, whatever ends in its middle; about a quarter of an hour.
 * `-- F1 F3` these faults alone, `-- --rounds 3` so many rounds of each. Its own PostgreSQL with fsync on and the
 * production build, under DATA_DIR/drill (`.data`). One JSON line a fault on stdout, a table at the end; the exit code
 * says whether everything that was run held.
 */
const words = process.argv.slice(2)
const asked = words.indexOf('--rounds')
const rounds = asked < 0 ? null : Number(words[asked + 1])
const only = words.filter((word) => /^F\d+$/.test(word))
const known = [...FAULTS, FULL, RESTORE]
const say = (line: string): void => void process.stderr.write(`${line}\n`)

function misspelt(): string | null {
  if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))
    return '--rounds needs a number from 1 on.'
  const unknown = only.find((id) => known.every((fault) => fault.id !== id))
  return unknown === undefined ? null : `There is no ${unknown}: ${known.map(({ id }) => id).join(', ')}.`
}

type At = { readonly postgres: OwnPostgres; readonly data: string; readonly port: number }
/** What a drill that is broken off would leave behind. */
const stops: (() => Promise<void>)[] = []

async function run(fault: (typeof known)[number], times: number, at: At): Promise<Outcome> {
  if (fault.id === FULL.id) return filled(times, at, (stop) => void stops.push(stop))
  const place = await scene(fault.id, at)
  return 'act' in fault ? inRounds(fault, times, place) : restored(times, place)
}

async function drill(postgres: OwnPostgres, data: string): Promise<readonly Outcome[]> {
  const port = Number(process.env['PORT'] ?? (await freePort()))
  const sets: Outcome[] = []
  for (const fault of known) {
    if (only.length > 0 && !only.includes(fault.id)) continue
    const times = rounds ?? fault.rounds
    say(`${fault.id}, ${times} rounds: ${fault.what} …`)
    const set = await run(fault, times, { postgres, data, port })
    process.stdout.write(`${lineOf(set)}\n`)
    sets.push(set)
  }
  return sets
}

async function main(): Promise<0 | 1 | 2> {
  const wrong = misspelt()
  if (wrong !== null) {
    say(wrong)
    return 2
  }
  const began = Date.now()
  say(
    `${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${WRITERS} writers`,
  )
  inOwnProcess('The build', ['app/cli/build.mjs', 'all'])
  const data = path.resolve(process.env['DATA_DIR'] ?? '.data', 'drill')
  const postgres = await ownPostgres(path.join(data, 'postgres'))
  stops.push(postgres.stop)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(
      signal,
      () => void Promise.allSettled(stops.map((stop) => stop())).then(() => process.exit(1)),
    )
  try {
    const sets = await drill(postgres, data)
    say(`\n${tableOf(sets)}\n\n${Math.round((Date.now() - began) / 1000)} s in all.`)
    return exitCodeOf(sets)
  } finally {
    await postgres.stop()
  }
}

process.exit(await main())
