import { rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { asOwner } from '#app/adapters/db/owner.ts'
import { clientOf, freshDatabase } from '../bench/database.ts'
import { load } from '../bench/load.ts'
import { checkData } from '../check-data/check.ts'
import { heldOf } from './held.ts'
import { type Installation, installation } from './installation.ts'
import { judge, type Judgement, longestGap } from './judge.ts'
import { type Journal, openJournal } from './journal.ts'
import type { OwnPostgres } from './own-postgres.ts'
import { people, type Prepare, type Tally } from './writers.ts'
import { startWriting } from './writing.ts'

/** Small enough that the invariants are asked within a second; enough dossiers for all rounds of a fault. */
const [NOMINATIONS, SHEETS, DOSSIERS] = [60, 300, 1600]
/** Writing before a fault, at random, and after it. */
const [SOONEST, LATEST, AFTER] = [200, 3000, 700]

/** One fault's own database, served, with sixteen people who write in it. */
export type Scene = {
  readonly url: string
  readonly data: string
  readonly postgres: OwnPostgres
  readonly installation: Installation
  readonly people: readonly Prepare[]
  readonly journal: Journal
  readonly tally: Tally
  /** Sentences about what did not hold so far. */
  readonly wrong: string[]
  outage: number
  givenUp: number
}

export async function scene(
  fault: string,
  of: {
    readonly postgres: OwnPostgres
    readonly data: string
    readonly port: number
    /** Where its files are to lie, if not beside its log and its journal. */
    readonly files?: string
  },
): Promise<Scene> {
  const files = path.join(of.data, 'files')
  rmSync(files, { recursive: true, force: true })
  if (of.files !== undefined) symlinkSync(of.files, files)
  const url = await freshDatabase(of.postgres.url, 'imtiyaz')
  const loaded = await load(url, NOMINATIONS, 'nobody signs in', { drafts: SHEETS, deposits: DOSSIERS })
  const served = installation({ url, data: of.data, port: of.port })
  const tally = { failed: 0 }
  try {
    await served.start()
    await served.settled()
    const all = await connected(url, (client) => people({ client, loaded, origin: served.origin }, tally))
    return {
      ...{ url, data: of.data, postgres: of.postgres, installation: served, people: all, tally },
      journal: openJournal(path.join(of.data, `${fault}.jsonl`)),
      wrong: [],
      ...{ outage: 0, givenUp: 0 },
    }
  } catch (error) {
    await served.stop()
    throw error
  }
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = clientOf(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Everybody writes for a while, the fault comes, everybody goes on and ends; then the data are asked. */
export async function round(of: Scene, fault: () => Promise<void>): Promise<void> {
  const began = Date.now()
  const writing = startWriting(of.people, of.journal)
  await wait(SOONEST + Math.random() * (LATEST - SOONEST))
  await fault()
  await wait(AFTER)
  of.givenUp += await writing.end()
  const answers = of.journal.read().flatMap(({ at }) => (at >= began ? [at] : []))
  of.outage = Math.max(of.outage, longestGap(answers))
  if (answers.length === 0) of.wrong.push('a round in which nobody was answered')
  of.wrong.push(...(await invariants(of)))
}

/** The invariants of `npm run check:data` that do not hold, each once. */
async function invariants({ url, data, wrong }: Scene): Promise<readonly string[]> {
  const said: string[] = []
  await asOwner(url, (owner) => checkData(owner, path.join(data, 'files'), (line) => void said.push(line)))
  return said.filter((line) => line.startsWith('FAIL') && !wrong.includes(line))
}

/** What the whole journal says of the database as it stands. */
export const judged = ({ url, journal }: Pick<Scene, 'url' | 'journal'>): Promise<Judgement> =>
  connected(url, async (client) => {
    const promised = journal.read()
    return judge(promised, await heldOf(client, promised))
  })

/** Errors that nobody caught, in the words of the log. */
const UNCAUGHT = /unhandled rejection|uncaughtException|triggerUncaughtException|stopped by itself/g
export const uncaught = ({ installation: { said } }: Scene): readonly string[] => {
  const found = said().match(UNCAUGHT)?.length ?? 0
  return found === 0 ? [] : [`${found} errors that nobody caught, in served.log`]
}

export async function ended(of: Scene): Promise<void> {
  await of.installation.stop()
  of.journal.close()
}
