import type pg from 'pg'
import type { Loaded } from './load.ts'
import { awaitQuiet, cpuOf, machineLoad } from './machine.ts'
import { type Figures, figuresOf, type Line, print, round, type Sample } from './line.ts'
import type { Stack } from './stack.ts'

export type Bench = {
  readonly stack: Stack
  readonly client: pg.Client
  readonly loaded: Loaded
  readonly nominations: number
  /** Of one run; each measure has a warm-up and `runs` runs. */
  readonly seconds: number
  readonly runs: number
  /** Only the concurrencies that a target names. */
  readonly targetsOnly: boolean
}
export type Must = { readonly target: string; readonly holds: (figures: Figures) => boolean }
export const none: Must = { target: '', holds: () => true }
export const must = (target: string, holds: Must['holds']): Must => ({ target, holds })

export const ownForm = (origin: string, cookie: string) => ({
  cookie,
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
})

type Run = { readonly sample: Sample; readonly foreign: number; readonly cpu: Line['cpu'] }
/** Below this share of foreign work a run is clean (the noise rule). */
const CLEAN = 8

/** One run with what it cost, and what others took meanwhile. */
export async function watched({ stack }: Bench, work: () => Promise<Sample>): Promise<Run> {
  const { web, worker, postgres } = stack.pids
  const own = () => ({
    web: web.reduce((sum, pid) => sum + cpuOf(pid), 0),
    worker: cpuOf(worker),
    postgres: cpuOf(postgres),
  })
  const [load, before, generator] = [machineLoad(), own(), process.cpuUsage()]
  const sample = await work()
  const [ended, after, spent] = [machineLoad(), own(), process.cpuUsage(generator)]
  const ours =
    after.web -
    before.web +
    after.worker -
    before.worker +
    after.postgres -
    before.postgres +
    (spent.user + spent.system) / 1000
  const each = (used: number): number => round(used / Math.max(1, sample.times.length))
  const foreign = Math.max(0, ended.busy - load.busy - ours) / Math.max(1, ended.all - load.all)
  return {
    sample,
    foreign: round(foreign * 100),
    cpu: { web: each(after.web - before.web), postgres: each(after.postgres - before.postgres) },
  }
}

/** The run with the median rate among the clean ones; among all when none was clean. Errors of all runs count. */
function median(runs: readonly Run[]): Run & { readonly clean: number; readonly errors: number } {
  const clean = runs.filter(({ foreign }) => foreign < CLEAN)
  const rate = ({ sample }: Run): number => sample.times.length / sample.seconds
  const sorted = [...(clean.length > 0 ? clean : runs)].sort((a, b) => rate(a) - rate(b))
  const chosen = sorted[Math.floor((sorted.length - 1) / 2)]
  if (!chosen) throw new Error('a measure without a run')
  return { ...chosen, clean: clean.length, errors: runs.reduce((sum, { sample }) => sum + sample.errors, 0) }
}

export type Measure = Pick<Line, 'id' | 'what' | 'concurrency' | 'generator'> & Must

export function tell(bench: Bench, { holds, ...of }: Measure, runs: readonly Run[]): Figures {
  const { sample, foreign, cpu, clean, errors } = median(runs)
  const figures = { ...figuresOf(sample), errors }
  const met = of.target === '' ? null : errors === 0 && holds(figures)
  const { nominations } = bench
  print({ ...of, nominations, ...figures, cpu, foreign, runs: `${clean} clean of ${runs.length}`, met })
  return figures
}

type Work = (seconds: number) => Promise<Sample>

/** A process compiles what it does often while it does it: its first seconds are not those of the last evening. */
const WARM_UP = 6
async function warmUp({ seconds }: Bench, work: Work): Promise<void> {
  await awaitQuiet(3)
  await work(seconds > 1 ? WARM_UP : 1)
}

/** A quiet moment, a warm-up that counts for nothing, then the runs. */
export async function measure(bench: Bench, of: Measure, work: Work): Promise<Figures> {
  await warmUp(bench, work)
  const runs: Run[] = []
  for (let count = 0; count < bench.runs; count += 1)
    runs.push(await watched(bench, () => work(bench.seconds)))
  return tell(bench, of, runs)
}

/**
 * The same work at two sizes by turns: the machine's speed changes within minutes, and what is measured half an hour
 * apart says as much of that as of the size. Tells the figures of `bench`; `of` is given those of `smaller`.
 */
export async function measureByTurns(
  [bench, work]: readonly [Bench, Work],
  [smaller, workOfSmaller]: readonly [Bench, Work],
  of: (before: Figures) => Measure,
): Promise<Figures> {
  await warmUp(smaller, workOfSmaller)
  await warmUp(bench, work)
  const [runs, before]: [Run[], Run[]] = [[], []]
  for (let count = 0; count < bench.runs; count += 1) {
    before.push(await watched(smaller, () => workOfSmaller(bench.seconds)))
    runs.push(await watched(bench, () => work(bench.seconds)))
  }
  return tell(bench, of(figuresOf(median(before).sample)), runs)
}
