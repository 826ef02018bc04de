import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { callerOf } from '../bench/loop.ts'
import { cpuOf, family } from '../bench/machine.ts'
import { webProcesses } from '../web-processes.mjs'

/** `npm start` over a database of ours: its second half, with its web processes and its worker. */
export type Installation = {
  readonly origin: string
  /** Resolves to the milliseconds until the first answer. */
  readonly start: () => Promise<number>
  /** The numbers of its processes, the oldest first. */
  readonly processes: (program: 'server' | 'worker') => readonly number[]
  /** Resolves when its processes have done with their start. */
  readonly settled: () => Promise<void>
  /** The command, its web processes and its worker at once, without a word. */
  readonly killAll: () => Promise<void>
  /** All that it has said since it was first started. */
  readonly said: () => string
  /** Resolves when it says this beyond the first `after` letters of `said`. */
  readonly saying: (words: RegExp, after: number) => Promise<void>
  readonly stop: () => Promise<void>
}

const LONGEST_START = 60_000
const commandOf = (pid: number): string => {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // it ended between the list and the look
  }
}

/** Ends a process that may have ended already. */
export function killed(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It was quicker.
  }
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const last = Date.now() + LONGEST_START
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(`${what} did not come within a minute`)
    await wait(10)
  }
}

/** All are there and at rest: one that still starts loads and compiles, and nothing from outside says when it has. */
async function settled(processes: () => readonly number[]): Promise<void> {
  const expected = webProcesses(process.env['WEB_PROCESSES']) + 1
  await until('the rest of its processes', async () => {
    const before = new Map(processes().map((pid) => [pid, cpuOf(pid)]))
    await wait(1000)
    const atRest = [...before].filter(([pid, spent]) => cpuOf(pid) - spent < 200)
    return before.size === expected && atRest.length === expected
  })
}

export function installation(of: {
  readonly url: string
  readonly data: string
  readonly port: number
}): Installation {
  const origin = `http://127.0.0.1:${of.port}`
  const log = path.join(of.data, 'served.log')
  let served: ChildProcess | null = null
  const members = (): readonly number[] => (served?.pid === undefined ? [] : family(served.pid))
  const said = (): string => fs.readFileSync(log, 'utf8')
  const processes: Installation['processes'] = (program) =>
    members()
      .filter((pid) => commandOf(pid).includes(`build/node/${program}.js`))
      .sort((a, b) => a - b)
  fs.mkdirSync(of.data, { recursive: true })
  fs.writeFileSync(log, '')

  async function start(): Promise<number> {
    const began = performance.now()
    const output = fs.openSync(log, 'a')
    const env = {
      ...process.env,
      DATABASE_URL: of.url,
      DATA_DIR: of.data,
      PORT: String(of.port),
      LOG_LEVEL: 'error',
    }
    // Over the channel it hears should we be killed.
    served = spawn(process.execPath, ['app/cli/serve.mjs'], { env, stdio: ['ignore', output, output, 'ipc'] })
    fs.closeSync(output)
    const call = callerOf(origin, 1000)
    await until('the first answer', async () => {
      if (served?.exitCode !== null) throw new Error(`it could not start:\n${said().slice(-2000)}`)
      return (await call('/health').catch(() => null))?.status === 200
    })
    return performance.now() - began
  }
  async function gone(signal: (child: ChildProcess) => void): Promise<void> {
    if (served === null || served.exitCode !== null || served.signalCode !== null) return
    const ended = once(served, 'exit')
    signal(served)
    await ended
  }
  return {
    origin,
    start,
    processes,
    settled: () => settled(() => [...processes('server'), ...processes('worker')]),
    said,
    killAll: () =>
      gone(() =>
        members()
          .toReversed()
          .forEach((pid) => killed(pid, 'SIGKILL')),
      ),
    saying: (words, after) => until(String(words), () => words.test(said().slice(after))),
    stop: () => gone((child) => void child.kill('SIGTERM')),
  }
}
