// Second half of `npm start`, on the project's own Node: database, migrations, demonstration, build, web and worker.
import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { alreadyDone } from '../../prisma/already-done.mjs'
import { appSecret } from './app-secret.mjs'
import { build, root } from './build.mjs'
import { keep } from './keep.mjs'
import { ONE_HEAP, ONE_INSTALLATION, ownStacks, WEB_FLAGS, WORKER_FLAGS } from './node-flags.mjs'
import { ownServer } from './own-server.mjs'
import { ensureDatabase } from './postgres.mjs'
import { checkDatabaseUrl, readPort, sentence } from './troubles.mjs'
import { webPort, webProcesses } from './web-processes.mjs'

const began = Date.now()
const env = { ...ONE_HEAP, ...process.env }
const dataDir = path.resolve(root, env.DATA_DIR || '.data')
const named = Boolean(env.DATABASE_URL)
const children = []
let database = null
let door = null
let stopping = false
let renewing = false

async function checkPort(port, host) {
  if (!['127.0.0.1', '::1', 'localhost'].includes(host) && !env.PUBLIC_ORIGIN?.startsWith('https:')) {
    throw new Error(
      'HOST: a public address needs PUBLIC_ORIGIN with https:// (browsers refuse session cookies on plain http).',
    )
  }
  await new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken: stop what uses it, or choose another with PORT=…`
            : `Port ${port} cannot be used (${error.code}).`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(resolve))
  })
}

async function openDatabase() {
  if (named) return env.DATABASE_URL
  say('Starting PostgreSQL …')
  database = ownServer(path.join(dataDir, 'postgres'), ONE_INSTALLATION, say, { failed: shutDown })
  return ensureDatabase(await database.url(), 'imtiyaz')
}

async function migrate(url) {
  const { applyMigrations } = await import('../../prisma/engine.ts')
  const applied = await applyMigrations(url)
  if (applied.length > 0) say(`Migrations applied: ${applied.length}`)
}

const say = (line) => void process.stdout.write(`${line}\n`)

// What was compiled once is kept: it halves the time until a page is served.
const withCache = () => ({ ...env, NODE_COMPILE_CACHE: path.join(root, 'build/compiled') })

const node = (file, flags = []) =>
  spawn(process.execPath, [...ownStacks(root), ...flags, path.join(root, 'build/node', file)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: withCache(),
    detached: true, // Ctrl-C reaches this process, which then stops its children in order
  })

const web = () =>
  door.start(path.join(root, 'build/node/server.js'), {
    env: withCache(),
    flags: [...ownStacks(root), ...WEB_FLAGS],
    cwd: root,
  })

const finished = (child) =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ? 1 : code)))

async function seed() {
  const child = node('cli/seed.js')
  children.push(child)
  const code = await finished(child)
  children.splice(children.indexOf(child), 1)
  if (code !== 0) throw new Error('The demonstration could not be seeded; the reason stands above.')
}

const kept = {
  ...{ children, isEnding: () => stopping || renewing, failed: shutDown, say },
  losses: () => database?.losses() ?? 0,
}

const ready = (child) =>
  new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('The web process could not start; the reason stands above.')))
  })

const serve = async () => {
  const told = await ready(keep(web, 'web', kept))
  await door.open()
  // Nobody waits for the others: started together, they would share the machine while somebody waits for the first page.
  for (let count = 1; count < Number(env.WEB_PROCESSES); count += 1) keep(web, 'web', kept)
  keep(() => node('worker.js', WORKER_FLAGS), 'worker', kept)
  return told
}

/** `npm run dev` has built anew: other processes take over from those that run. */
async function renew() {
  if (stopping || renewing) return
  renewing = true
  const leaving = children.map((child) => finished(child))
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(leaving)
  renewing = false
  const { origin } = await serve()
  say(`Served anew at ${origin}`)
}

async function shutDown(code, line) {
  if (stopping) return
  stopping = true
  if (line) process.stderr.write(`${line}\n`)
  const leaving = children.map((child) => finished(child))
  for (const child of children) child.kill('SIGTERM')
  await Promise.race([Promise.all(leaving), new Promise((resolve) => setTimeout(resolve, 25_000))])
  for (const child of children) child.kill('SIGKILL')
  await database?.stop()
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void shutDown(0))
process.on('disconnect', () => void shutDown(1)) // whoever started this was killed

try {
  const port = readPort(env.PORT)
  if (named) checkDatabaseUrl(env.DATABASE_URL)
  const host = env.HOST || '127.0.0.1'
  await checkPort(port, host)
  door = webPort(port, host)
  env.APP_SECRET = appSecret(dataDir)
  env.DATA_DIR = dataDir
  env.PORT = String(port)
  env.WEB_PROCESSES = String(webProcesses(env.WEB_PROCESSES))
  env.NODE_ENV = 'production'
  // A database that does not answer is said at once, not after the house was built for it.
  const asked = named ? await alreadyDone(env.DATABASE_URL) : null
  const [url] = await Promise.all([openDatabase(), build()])
  env.DATABASE_URL = url
  const done = asked ?? (await alreadyDone(url))
  if (!done.migrated) await migrate(url)
  if (!done.seeded && (!named || env.DEMO === '1')) await seed()
  const { origin, people } = await serve()
  process.on('message', () => renew().catch((error) => shutDown(1, sentence(error, named))))
  say(
    `\nImtiyaz is served at ${origin}  (ready in ${((Date.now() - began) / 1000).toFixed(1)} s, Ctrl-C stops it)`,
  )
  if (people?.length) {
    say(`Demonstration people, one click each at ${origin}/fr/account/demonstration`)
    for (const person of people) say(`  ${person}`)
  }
} catch (error) {
  // Ctrl-C in the middle of a build breaks that first: the signal, already here, is heard before its consequence is told.
  await new Promise((resolve) => setTimeout(resolve, 50))
  await shutDown(1, sentence(error, named))
}
