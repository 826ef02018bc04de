import { setTimeout as wait } from 'node:timers/promises'
import { killed } from './installation.ts'
import type { RoundSet } from './report.ts'
import { ended, judged, round, type Scene, uncaught } from './scene.ts'

/** One kind of fault: what is done in a round, and what it must hold. `took` gathers its times. */
export type Fault = {
  readonly id: string
  readonly what: string
  /** Where nothing else is asked for. */
  readonly rounds: number
  readonly target: string
  readonly isInTime: (set: Pick<RoundSet, 'outage' | 'took' | 'failed'>) => boolean
  readonly act: (scene: Scene, number: number, took: Record<string, number>) => Promise<void>
}

const longest = (took: Record<string, number>, name: string, time: number): void => {
  took[name] = Math.max(took[name] ?? 0, Math.round(time))
}

/** Another process says that it serves in the place of this one. */
const replaced = ({ installation }: Scene, pid: number, after: number): Promise<void> =>
  installation.saying(new RegExp(`in the place of ${pid}\\b`), after)

/** In turn the oldest web process alone, whose place another takes, and everything with the command that started it. */
async function killWeb(scene: Scene, number: number, took: Record<string, number>): Promise<void> {
  const { installation } = scene
  const [began, after] = [performance.now(), installation.said().length]
  if (number % 2 === 0) {
    const [one] = installation.processes('server')
    if (one === undefined) throw new Error('no web process is there')
    killed(one, 'SIGKILL')
    await replaced(scene, one, after)
    return longest(took, 'replaced', performance.now() - began)
  }
  await installation.killAll()
  longest(took, 'restarted', await installation.start())
}

/** The processes are those that were there before. */
async function onPostgres({ installation, wrong }: Scene, act: () => Promise<void>): Promise<void> {
  const processes = (): readonly number[] => [
    ...installation.processes('server'),
    ...installation.processes('worker'),
  ]
  const before = processes()
  await act()
  await wait(500) // one that ends of it ends soon
  const gone = before.filter((pid) => !processes().includes(pid))
  if (gone.length > 0) wrong.push(`${gone.length} processes ended when PostgreSQL did`)
}

/** One after the other, as an operator does: the next when another serves in the place of the one before. */
async function rolling(scene: Scene): Promise<void> {
  for (const pid of scene.installation.processes('server')) {
    const after = scene.installation.said().length
    killed(pid, 'SIGTERM')
    await replaced(scene, pid, after)
  }
}

export const FAULTS: readonly Fault[] = [
  {
    id: 'F1',
    what: 'kill -9 of one web process, and of all with their command, in turn',
    rounds: 30,
    target: 'first 200 within 3 s of a restart',
    isInTime: ({ took }) => (took['restarted'] ?? 0) <= 3000,
    act: killWeb,
  },
  {
    id: 'F2',
    what: 'PostgreSQL restarted, fast',
    rounds: 15,
    target: 'outage <= 2 s',
    isInTime: ({ outage }) => outage <= 2000,
    act: (scene) => onPostgres(scene, () => scene.postgres.restart('fast')),
  },
  {
    id: 'F3',
    what: 'PostgreSQL restarted, immediate, and kill -9 of its postmaster, in turn',
    rounds: 20,
    target: 'outage <= 5 s',
    isInTime: ({ outage }) => outage <= 5000,
    act: (scene, number) =>
      onPostgres(scene, () =>
        number % 2 === 0 ? scene.postgres.restart('immediate') : scene.postgres.kill(),
      ),
  },
  {
    id: 'F12',
    what: 'every web process asked to leave (SIGTERM), one after the other',
    rounds: 10,
    target: 'no request fails',
    isInTime: ({ failed }) => failed === 0,
    act: rolling,
  },
]

/** The rounds of one fault over a database of their own, and what they came to. */
export async function inRounds(fault: Fault, rounds: number, scene: Scene): Promise<RoundSet> {
  const took: Record<string, number> = {}
  try {
    for (let number = 0; number < rounds; number += 1)
      await round(scene, () => fault.act(scene, number, took))
    const { faults, ...judgement } = await judged(scene)
    const { outage, givenUp, wrong } = scene
    const failed = scene.tally.failed
    return {
      ...{ fault: fault.id, what: fault.what, rounds, ...judgement, failed, givenUp, outage, took },
      wrong: [...wrong, ...faults, ...uncaught(scene)],
      target: fault.target,
      isInTime: fault.isInTime({ outage, took, failed }),
    }
  } finally {
    await ended(scene)
  }
}
