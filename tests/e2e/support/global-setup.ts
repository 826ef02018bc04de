import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { chromiumPath } from './browser.ts'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** Starts the product as its users do, with a database and files of its own, and waits for its address. */
export default async function globalSetup(): Promise<void> {
  const dataDir = path.resolve('.data/e2e')
  fs.rmSync(dataDir, { recursive: true, force: true })
  await chromiumPath()
  const port = await freePort()
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
  delete env['DATABASE_URL']
  const server = spawn(process.execPath, ['app/cli/serve.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    let seen = ''
    server.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      if (seen.includes('is served at')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`the product did not start (${code}):\n${seen}`)))
  })
  process.env['E2E_ORIGIN'] = `http://127.0.0.1:${port}`
  process.env['E2E_PID'] = String(server.pid)
}
