import path from 'node:path'
import type { RecordedEdition } from '#app/domain/campaign/archived-edition.ts'
import { createReplayDatabase } from '#prisma/seed/replay-database.ts'
import { replayEdition, type ReplaySummary } from '#prisma/seed/replay-edition.ts'
import { RECORD } from '#prisma/seed/record.ts'
import { startPostgres } from './postgres.mjs'

/** `npm run replay -- 2021` or `-- all`, with `--seed 7` for other invented figures. The last line is JSON. */
const USAGE = `Usage: npm run replay -- <year> | all [--seed <number>]. Years: ${RECORD.map(({ year }) => year).join(', ')}.`

const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** What a stop in the middle still has to put away, newest first. */
const undo: (() => Promise<void>)[] = []

class WrongWords extends Error {}

type Wanted = { readonly editions: readonly RecordedEdition[]; readonly all: boolean; readonly seed: number }

function readWords(words: readonly string[]): Wanted {
  const [what, option, value, ...rest] = words
  const seed = option === undefined ? 20_051 : Number(value)
  const isSeeded = option === undefined || (option === '--seed' && /^\d{1,9}$/.test(value ?? ''))
  if (what === undefined || !isSeeded || rest.length > 0) throw new WrongWords(USAGE)
  if (what === 'all') return { editions: RECORD, all: true, seed }
  const edition = RECORD.find(({ year }) => String(year) === what)
  if (!edition) throw new WrongWords(`The record has no edition of ${what}. ${USAGE}`)
  return { editions: [edition], all: false, seed }
}

async function serverUrl(): Promise<string> {
  const { DATABASE_URL } = process.env
  if (DATABASE_URL) return DATABASE_URL
  const server = await startPostgres('.data/replay-postgres', { fsync: 'off', synchronous_commit: 'off' })
  undo.unshift(server.stop)
  return server.url
}

async function replay(url: string, edition: RecordedEdition, seed: number): Promise<Played> {
  const began = performance.now()
  const database = await createReplayDatabase(url, edition.year, (drop) => undo.unshift(drop))
  const { ctx, ownerUrl } = database
  const folder = path.join('reports', 'replay', String(edition.year))
  const { summary, faults } = await replayEdition({ ctx, ownerUrl, seed }, edition, folder)
  await undo.shift()?.()
  const seconds = Math.round((performance.now() - began) / 100) / 10
  say(`${edition.year}: seed ${seed}, synthetic scores, ${seconds} s, ${faults.length} differences`)
  for (const fault of faults) process.stderr.write(`${edition.year}: ${fault}\n`)
  return { summary, faults: faults.length }
}
type Played = { readonly summary: ReplaySummary; readonly faults: number }

const totalOf = (played: readonly Played[]) => {
  const sum = (of: (summary: ReplaySummary) => number): number =>
    played.reduce((total, { summary }) => total + of(summary), 0)
  return {
    editions: played.length,
    nominations: sum(({ nominations }) => nominations),
    sheets: sum(({ sheets }) => sheets),
    awarded: sum(({ awarded }) => awarded),
    shared: sum(({ shared }) => shared),
    withheld: sum(({ withheld }) => withheld),
    differences: played.reduce((total, { faults }) => total + faults, 0),
  }
}

async function main(): Promise<number> {
  const { editions, all, seed } = readWords(process.argv.slice(2))
  const url = await serverUrl()
  const played: Played[] = []
  for (const edition of editions) {
    const one = await replay(url, edition, seed)
    played.push(one)
    say(JSON.stringify(one.summary))
  }
  if (all) say(JSON.stringify(totalOf(played)))
  return played.some(({ faults }) => faults > 0) ? 1 : 0
}

/** One sentence for an operator; a play that was refused says which act. */
const sentence = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error)
  if (error instanceof AggregateError || /ECONNREFUSED|ENOTFOUND|ETIMEDOUT/.test(text))
    return 'The database server of DATABASE_URL does not answer: check its address and that it runs.'
  if (/permission denied to create database/.test(text))
    return 'The user of DATABASE_URL may not create databases, and a replay needs one of its own.'
  return error instanceof WrongWords ? text : `The replay stopped: ${text}`
}

async function putAway(code: number): Promise<never> {
  for (const put of undo.splice(0)) await put().catch(() => undefined)
  process.exit(code)
}
let leaving: Promise<never> | null = null
/** Once: what a stop breaks off fails too, and must not end the process before everything is put away. */
const leave = (code: number, line?: string): Promise<never> => {
  if (leaving === null && line !== undefined) process.stderr.write(`${line}\n`)
  leaving ??= putAway(code)
  return leaving
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(130))
process.on('uncaughtException', (error) => void leave(1, sentence(error)))

try {
  await leave(await main())
} catch (error) {
  await leave(1, sentence(error))
}
