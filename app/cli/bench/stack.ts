import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'

export type Stack = {
  readonly origin: string
  readonly memory: () => number
  readonly stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
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

/** A process and all its descendants, as the kernel lists them. */
function family(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = textOf(`/proc/${name}/stat`)
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const found = [root]
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child)
  return found
}
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // the process ended between the list and the look
  }
}
/** Proportional share of memory in MiB: pages that several processes share are counted once. */
const pss = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024

/** The production web process and worker over a database, as `npm start` runs them. */
export async function startStack(url: string, postgresPid: number, dataDir: string): Promise<Stack> {
  const port = await freePort()
  const env = {
    ...process.env,
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    APP_SECRET: 'a secret of the benchmark, at least thirty-two characters',
  } as NodeJS.ProcessEnv
  const run = (file: string) =>
    fork(path.resolve('build/node', file), [], { env, execArgv: ['--enable-source-maps'] })
  const web = run('server.js')
  await started(web)
  const worker = run('worker.js')
  const children = [web, worker]
  const memory = (): number =>
    [...children.flatMap(({ pid }) => (pid ? family(pid) : [])), ...family(postgresPid)].reduce(
      (sum, pid) => sum + pss(pid),
      0,
    )
  const stop = async (): Promise<void> => {
    const left = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(left)
  }
  return { origin: `http://127.0.0.1:${port}`, memory, stop }
}
