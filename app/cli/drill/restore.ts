import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { inOwnProcess } from '../bench/database.ts'
import { places } from '../postgres-places.mjs'
import { baseBackup, copyBeside, putBack } from './base-backup.ts'
import { installation } from './installation.ts'
import { ownPostgres } from './own-postgres.ts'
import type { Judgement } from './judge.ts'
import type { RoundSet } from './report.ts'
import { connected, ended, judged, type Scene, uncaught } from './scene.ts'
import { startWriting } from './writing.ts'

export const RESTORE = {
  id: 'F13',
  what: 'base backup while everybody writes, then the files; restored into a fresh folder',
  rounds: 3,
  target: 'within 15 minutes, counts equal',
} as const
const LONGEST = 15 * 60_000
const WRITING = 2000

type Counts = Readonly<Record<string, number>>
/** The rows of every table. */
async function countsOf(client: pg.Client): Promise<Counts> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'jobs') AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of rows) {
    const counted = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`)
    counts[name] = counted.rows[0]?.count ?? 0
  }
  return counts
}

/** Everybody writes while the data are copied; then all is stopped, and the rest of the backup is taken. */
async function backUp(scene: Scene, backup: string): Promise<Counts> {
  const writing = startWriting(scene.people, scene.journal)
  await wait(WRITING)
  return connected(scene.url, async (client) => {
    const taking = await baseBackup(client, scene.postgres.data, path.join(backup, 'postgres'))
    await wait(WRITING)
    scene.givenUp += await writing.end()
    await scene.installation.stop()
    await taking.end()
    // After the database: each row that it holds has its file by now, which was there before the row was.
    copyBeside(scene.data, backup)
    return countsOf(client)
  })
}

/** What `npm run check:data` says of the folder when something does not hold there. */
function checked(fresh: string): readonly string[] {
  try {
    inOwnProcess('check:data', ['build/node/cli/check-data.js'], { DATA_DIR: fresh, DATABASE_URL: '' })
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

type Restored = { readonly judgement: Judgement; readonly served: number }

/** Starts what was put back: counts, invariants, journal, and the first answer of an installation over it. */
async function examine(scene: Scene, fresh: string, before: Counts): Promise<Restored> {
  const postgres = await ownPostgres(path.join(fresh, 'postgres'))
  try {
    const url = new URL(postgres.url)
    url.pathname = '/imtiyaz'
    scene.wrong.push(...checked(fresh))
    const after = await connected(url.href, countsOf)
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (before[name] !== after[name])
        scene.wrong.push(`${name} had ${before[name] ?? 'no'} rows and has ${after[name] ?? 'no'}`)
    const judgement = await judged({ url: url.href, journal: scene.journal })
    const again = installation({
      url: url.href,
      data: fresh,
      port: Number(new URL(scene.installation.origin).port),
    })
    const served = await again.start()
    await again.stop()
    return { judgement, served }
  } finally {
    await postgres.stop()
  }
}

/** The journal grows from round to round, and each is asked for all of it: what any of them lacked counts. */
function together(found: readonly Judgement[]): Judgement {
  const last = found.at(-1)
  if (last === undefined) throw new Error('nothing was restored')
  const sum = (of: 'lost' | 'doubled' | 'changed'): number => found.reduce((all, one) => all + one[of], 0)
  const faults = [...new Set(found.flatMap((one) => one.faults))]
  return { ...last, lost: sum('lost'), doubled: sum('doubled'), changed: sum('changed'), faults }
}

/** F13: so many times backed up and restored, each time with everything that was promised until then. */
export async function restored(rounds: number, scene: Scene): Promise<RoundSet> {
  const [backup, fresh] = ['backup', 'restored'].map((name) => path.join(scene.data, name)) as [
    string,
    string,
  ]
  const { data } = places(path.join(fresh, 'postgres'))
  const took: Record<string, number> = {}
  const most = (name: string, time: number): void =>
    void (took[name] = Math.max(took[name] ?? 0, Math.round(time)))
  const found: Judgement[] = []
  try {
    for (let number = 0; number < rounds; number += 1) {
      for (const folder of [backup, fresh, data]) rmSync(folder, { recursive: true, force: true })
      if (number > 0) await scene.installation.start()
      const began = performance.now()
      const counts = await backUp(scene, backup)
      const taken = performance.now()
      await putBack(backup, { data, beside: fresh })
      const { judgement, served } = await examine(scene, fresh, counts)
      found.push(judgement)
      most('backup', taken - began)
      most('restore', performance.now() - taken)
      most('served', served)
    }
    const { faults, ...judgement } = together(found)
    const { id: fault, what, target } = RESTORE
    const { outage, givenUp, tally } = scene
    return {
      ...{ fault, what, rounds, ...judgement, failed: tally.failed, givenUp, outage, took },
      wrong: [...scene.wrong, ...faults, ...uncaught(scene)],
      ...{ target, isInTime: (took['restore'] ?? 0) <= LONGEST },
    }
  } finally {
    await ended(scene)
  }
}
