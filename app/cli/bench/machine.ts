import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds of one tick of /proc, which counts a hundred a second. */
const TICK_MS = 10

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // the process ended between the list and the look
  }
}
/** The fields of /proc/<pid>/stat from the third on: the second may hold spaces. */
const fieldsOf = (pid: number): readonly string[] => {
  const text = textOf(`/proc/${pid}/stat`)
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** A process and all its descendants, as the kernel lists them. */
export function family(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(fieldsOf(Number(name))[1]))
  const found = [root]
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child)
  return found
}

/** Proportional share of memory in MiB: pages that several processes share are counted once. */
export const pss = (root: number): number =>
  family(root).reduce(
    (sum, pid) =>
      sum + Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024,
    0,
  )

/** Processor time of a family in milliseconds, with that of children who ended. */
export const cpuOf = (root: number): number =>
  family(root).reduce((sum, pid) => {
    const [user, system, ofDeadUser, ofDeadSystem] = fieldsOf(pid).slice(11, 15).map(Number)
    return sum + ((user ?? 0) + (system ?? 0) + (ofDeadUser ?? 0) + (ofDeadSystem ?? 0)) * TICK_MS
  }, 0)

export type Load = { readonly busy: number; readonly all: number }
/** Of the whole machine, in milliseconds of one processor. */
export function machineLoad(): Load {
  const ticks = (textOf('/proc/stat').split('\n')[0] ?? '').trim().split(/\s+/).slice(1, 9).map(Number)
  const all = ticks.reduce((sum, one) => sum + one, 0)
  return { busy: (all - (ticks[3] ?? 0) - (ticks[4] ?? 0)) * TICK_MS, all: all * TICK_MS }
}

/** Waits for a second in which the machine was idle for more than nine tenths; gives up after `seconds`. */
export async function awaitQuiet(seconds: number): Promise<void> {
  for (let waited = 0; waited < seconds; waited += 1) {
    const before = machineLoad()
    await wait(1000)
    const after = machineLoad()
    if (after.busy - before.busy < 0.1 * (after.all - before.all)) return
  }
}
