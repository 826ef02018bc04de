import { type ChildProcess, fork } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { ONE_HEAP, ownStacks, WEB_FLAGS, WORKER_FLAGS } from '../node-flags.mjs'
import { webPort, webProcesses } from '../web-processes.mjs'
import { pss } from './machine.ts'

/** Proportional shares in MiB. */
export type Memory = { readonly web: number; readonly worker: number; readonly postgres: number }
export const totalOf = ({ web, worker, postgres }: Memory): number => web + worker + postgres

export type Stack = {
  readonly origin: string
  /** Roots of the families of processes that are measured. */
  readonly pids: { readonly web: readonly number[]; readonly worker: number; readonly postgres: number }
  readonly memory: () => Memory
  readonly stop: () => Promise<void>
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

const started = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`the web process left with ${code}`)))
  })

/** The production web process and worker over a database, as `npm start` runs them. */
export async function startStack(url: string, postgresPid: number, dataDir: string): Promise<Stack> {
  const port = await freePort()
  const env = {
    ...ONE_HEAP,
    ...process.env,
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    APP_SECRET: 'a secret of the benchmark, at least thirty-two characters',
  } as NodeJS.ProcessEnv
  const run = (file: string, flags: readonly string[]) =>
    fork(path.resolve('build/node', file), [], { env, execArgv: [...ownStacks(process.cwd()), ...flags] })
  const count = webProcesses(process.env['WEB_PROCESSES'])
  const flags = [...ownStacks(process.cwd()), ...WEB_FLAGS]
  const own = { env: { ...env, WEB_PROCESSES: String(count) }, flags, cwd: process.cwd() }
  const door = webPort(port, '127.0.0.1')
  const webs: ChildProcess[] = []
  while (webs.length < count) {
    const web = door.start(path.resolve('build/node/server.js'), own)
    webs.push(web)
    await started(web)
  }
  await door.open()
  const worker = run('worker.js', WORKER_FLAGS)
  const children = [...webs, worker]
  const pids = { web: webs.map(({ pid }) => pid ?? 0), worker: worker.pid ?? 0, postgres: postgresPid }
  const memory = (): Memory => ({
    web: pids.web.reduce((sum, pid) => sum + pss(pid), 0),
    worker: pss(pids.worker),
    postgres: pss(pids.postgres),
  })
  const stop = async (): Promise<void> => {
    const left = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(left)
    door.close()
  }
  return { origin: `http://127.0.0.1:${port}`, pids, memory, stop }
}
