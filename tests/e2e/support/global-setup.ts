import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { places } from '#app/cli/postgres-places.mjs'
import { ensureDatabase, startPostgres } from '#app/cli/postgres.mjs'
import { chromiumPath } from './browser.ts'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

function served(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      if (seen.includes('is served at')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`the product did not start (${code}):\n${seen}`)))
  })
}

/** Campaigns further on than those of the demonstration, played through the services before anybody comes. */
function playFurther(env: NodeJS.ProcessEnv): void {
  const bundled = path.resolve('build/e2e/play-further.js')
  for (const words of [
    ['tests/e2e/support/bundle.mjs', bundled],
    ['--enable-source-maps', bundled],
  ]) {
    const done = spawnSync(process.execPath, words, { env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${words.join(' ')}:\n${done.stdout}\n${done.stderr}`)
  }
}

/**
 * Starts the product with a database and files of its own and gives back how to end it. With E2E_ORIGIN (and
 * E2E_DATABASE_URL) the journeys visit a product that somebody else started.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await chromiumPath()
  if (process.env['E2E_ORIGIN']) return () => Promise.resolve()
  const folder = path.resolve('.data/e2e')
  const cluster = path.join(folder, 'postgres')
  // For root under a closed home the database of an earlier run lies elsewhere, and would be found again.
  for (const old of [places(cluster).data, folder]) fs.rmSync(old, { recursive: true, force: true })
  const postgres = await startPostgres(cluster, { fsync: 'off' })
  const url = await ensureDatabase(postgres.url, 'imtiyaz')
  const port = await freePort()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: url,
    DEMO: '1',
    LOG_LEVEL: 'warn',
    APP_SECRET: 'a secret of the browser tests, longer than thirty-two characters',
  }
  const server = spawn(process.execPath, ['app/cli/serve.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((resolve) => server.once('exit', resolve))
  const end = async (): Promise<void> => {
    server.kill('SIGTERM')
    await gone
    await postgres.stop()
  }
  try {
    await served(server)
    playFurther(env)
  } catch (error) {
    await end()
    throw error
  }
  process.env['E2E_ORIGIN'] = `http://127.0.0.1:${port}`
  process.env['E2E_DATABASE_URL'] = url
  return end
}
