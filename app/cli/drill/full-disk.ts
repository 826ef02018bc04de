import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ONE_INSTALLATION } from '../node-flags.mjs'
import { ownPostgres } from './own-postgres.ts'
import type { NotRun, RoundSet } from './report.ts'
import { connected, ended, judged, round, type Scene, scene, uncaught } from './scene.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'

export const FULL = {
  id: 'F8',
  what: 'the disk of the files full, and that of PostgreSQL, in turn; then freed',
  rounds: 20,
  target: 'answers within 60 s of room',
} as const
const LONGEST = 60_000
const MIB = 1 << 20
/** The log of changes must not fill the disk by itself. */
const SMALL_LOG = { ...ONE_INSTALLATION, max_wal_size: '128MB' }
const [FILES_DISK, POSTGRES_DISK] = [256 * MIB, 768 * MIB]
/** How long nothing can be kept, once it was met; and how long that is waited for. */
const [FULL_FOR, MET_WITHIN] = [2000, 20_000]
const STEP = 50

/** Who is not root has it in a space of their own, where the system lets them make one. */
const NO_RIGHT =
  'it needs the right to mount: as root, or under `unshare --user --map-current-user --keep-caps --mount`'

async function until(what: string, within: number, holds: () => boolean): Promise<void> {
  const last = Date.now() + within
  while (!holds()) {
    if (Date.now() > last) throw new Error(`${what}, and ${within / 1000} s have passed`)
    await wait(STEP)
  }
}

type Took = Record<string, number>
const longest = (took: Took, name: string, since: number): void => {
  took[name] = Math.max(took[name] ?? 0, Date.now() - since)
}

/** Whether a write, of this kind or of any, was acknowledged after this instant. */
const isAcknowledged = ({ journal }: Scene, since: number, kind?: 'submission'): boolean =>
  journal.read().some((write) => write.at > since && (kind === undefined || write.kind === kind))

/** Who has no file to keep is not disturbed; who has one is refused, and goes on when there is room. */
async function fillFiles(of: Scene, disk: SmallDisk, took: Took): Promise<void> {
  const failed = of.tally.failed
  disk.fill()
  await until('Nobody met the full disk', MET_WITHIN, () => of.tally.failed > failed)
  const met = Date.now()
  await wait(FULL_FOR)
  if (!of.journal.read().some(({ at, kind }) => at > met && kind !== 'submission'))
    of.wrong.push('nobody was answered while the disk of the files was full')
  disk.free()
  const freed = Date.now()
  await until('No file was kept again', 2 * LONGEST, () => isAcknowledged(of, freed, 'submission'))
  longest(took, 'files', freed)
}

const isFull = (error: unknown): boolean => (error as { code?: unknown }).code === '53100'

/**
 * Asks PostgreSQL for room until it has none: for a table, and with `log` for its log of changes as well, without which it
 * cannot stay up.
 */
async function meetFull(of: Scene, disk: SmallDisk, hasLog: boolean): Promise<void> {
  await connected(of.url, async (client) => {
    const last = Date.now() + MET_WITHIN
    const ask = async (sql: string): Promise<'done' | 'full'> => {
      try {
        await client.query(sql)
        return 'done'
      } catch (error) {
        // Ended with everything else when its log could not be written.
        if (isFull(error) || hasLog) return 'full'
        throw error
      }
    }
    const rows = `SELECT repeat(md5(n::text), 60) AS word FROM generate_series(1, 4000) n`
    while ((await ask(`CREATE UNLOGGED TABLE drill_ballast AS ${rows}`)) === 'done') {
      await client.query('DROP TABLE drill_ballast')
      disk.fill()
      if (Date.now() > last) throw new Error('PostgreSQL did not meet its full disk')
    }
    for (let switches = 0; hasLog && switches < 40; switches += 1) {
      const switched = `SELECT pg_switch_wal() FROM pg_logical_emit_message(false, 'drill', 'x')`
      if ((await ask(switched)) === 'full') return
      disk.fill()
    }
  })
}

/** In turn for what is stored, and for the log of changes besides, over which PostgreSQL ends and is started again. */
async function fillPostgres(of: Scene, disk: SmallDisk, took: Took, hasLog: boolean): Promise<void> {
  disk.fill()
  await meetFull(of, disk, hasLog)
  await wait(FULL_FOR)
  disk.free()
  const freed = Date.now()
  // What its own processes cannot mend without room, whoever keeps it running starts again: systemd, or an operator.
  const last = freed + 2 * LONGEST
  while (!isAcknowledged(of, freed)) {
    if (Date.now() > last) throw new Error('nothing was acknowledged after PostgreSQL had room again')
    if (of.postgres.hasEnded()) {
      took['ended'] = (took['ended'] ?? 0) + 1
      await of.postgres.restart('immediate')
    }
    await wait(STEP)
  }
  longest(took, hasLog ? 'log' : 'tables', freed)
}

type Disks = { readonly files: SmallDisk; readonly postgres: SmallDisk }

function disksIn(folder: string): Disks | null {
  mkdirSync(folder, { recursive: true })
  const [files, postgres] = [
    smallDisk(path.join(folder, 'files'), FILES_DISK),
    smallDisk(path.join(folder, 'postgres'), POSTGRES_DISK),
  ]
  if (files && postgres) return { files, postgres }
  files?.remove()
  postgres?.remove()
  return null
}

async function inRounds(rounds: number, of: Scene, disks: Disks): Promise<RoundSet> {
  const took: Took = {}
  for (let number = 0; number < rounds; number += 1)
    await round(of, () =>
      number % 2 === 0
        ? fillFiles(of, disks.files, took)
        : fillPostgres(of, disks.postgres, took, number % 4 === 3),
    )
  const { faults, ...judgement } = await judged(of)
  const { id: fault, what, target } = FULL
  const { outage, givenUp, tally, wrong } = of
  return {
    ...{ fault, what, rounds, ...judgement, failed: tally.failed, givenUp, outage, took },
    wrong: [...wrong, ...faults, ...uncaught(of)],
    ...{ target, isInTime: ['files', 'tables', 'log'].every((name) => (took[name] ?? 0) <= LONGEST) },
  }
}

/** F8 over an installation whose files and whose PostgreSQL lie each on a small disk of its own. `onBreak` hears what to end. */
export async function filled(
  rounds: number,
  at: { readonly data: string; readonly port: number },
  onBreak: (stop: () => Promise<void>) => void,
): Promise<RoundSet | NotRun> {
  const disks = disksIn(path.join(at.data, 'small'))
  if (disks === null) return { fault: FULL.id, what: FULL.what, notRun: NO_RIGHT }
  let postgres: Awaited<ReturnType<typeof ownPostgres>> | undefined
  const stop = async (): Promise<void> => {
    await postgres?.stop()
    disks.files.remove()
    disks.postgres.remove()
  }
  onBreak(stop)
  try {
    postgres = await ownPostgres(path.join(disks.postgres.folder, 'server'), SMALL_LOG)
    const of = await scene(FULL.id, { ...at, postgres, files: disks.files.folder })
    try {
      return await inRounds(rounds, of, disks)
    } finally {
      await ended(of)
    }
  } finally {
    await stop()
  }
}
