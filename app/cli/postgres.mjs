// The project's own PostgreSQL, from npm. Plain JavaScript: runs before anything is built.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRoot, NOBODY, owner, places, saidLast } from './postgres-places.mjs'
import { leftBehind, stopServer, untilGone } from './postgres-process.mjs'

function initialise({ native, data }, fsync) {
  fs.mkdirSync(path.dirname(data), { recursive: true })
  fs.mkdirSync(data, { mode: 0o700 })
  if (isRoot) fs.chownSync(data, NOBODY, NOBODY)
  const password = randomBytes(24).toString('base64url')
  const passwordFile = path.join(data, '..', `.initial-${process.pid}`)
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (isRoot) fs.chownSync(passwordFile, NOBODY, NOBODY)
  const words = [
    '-D',
    data,
    '-U',
    'imtiyaz',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
  ]
  const made = spawnSync(path.join(native, 'bin/initdb'), fsync ? words : [...words, '--no-sync'], {
    ...owner,
    encoding: 'utf8',
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
  })
  fs.rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    fs.rmSync(data, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not be initialised: ${(made.stderr || String(made.error)).trim()}`)
  }
  fs.writeFileSync(path.join(data, 'imtiyaz.password'), password, { mode: 0o600 })
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

async function answers(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function untilUp(url, died) {
  for (let i = 0; i < 300; i += 1) {
    if (await answers(url)) return
    if (died.line) throw new Error(`PostgreSQL stopped at once: ${died.line}`)
    await wait(100)
  }
  throw new Error('PostgreSQL did not answer within 30 seconds.')
}

function launch({ native, data }, port, settings) {
  const died = { line: '' }
  const words = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
  ]
  for (const [name, value] of Object.entries(settings)) words.push('-c', `${name}=${value}`)
  const logFile = fs.openSync(path.join(data, 'server.log'), 'a')
  if (isRoot) fs.fchownSync(logFile, NOBODY, NOBODY)
  const server = spawn(path.join(native, 'bin/postgres'), words, {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['ignore', logFile, logFile],
    env: { ...process.env, LC_ALL: 'C' },
  })
  fs.closeSync(logFile)
  const ended = new Promise((resolve) => {
    const end = (line) => {
      died.line = line
      resolve()
    }
    server.once('error', (error) => end(error.message)) // no process or memory is left for it
    server.once('exit', () => end(saidLast(path.join(data, 'server.log'))))
  })
  server.unref()
  return { pid: server.pid, died, ended }
}

/** An adopted server may serve another start of the same folder: then it is that one's to stop. It may be gone as well. */
async function stopUnlessUsed(url, pid) {
  if (!(await answers(url))) return
  const others = `SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`
  const { rowCount } = await asking(url, (client) => client.query(others))
  if (rowCount === 0) await stopServer(pid)
}

/**
 * Starts (or adopts) the server of `folder`. Resolves to its URL (database `postgres`), whether it ran already, a stop function
 * and a promise of its end. `settings` are PostgreSQL's own, e.g. { fsync: 'off' } for tests. Without `port`, a free one; with it, a
 * server that is there already is started again and nothing is made anew.
 */
export async function startPostgres(folder, settings = {}, port = 0) {
  const place = places(folder)
  if (
    !fs.existsSync(path.join(place.data, 'PG_VERSION')) ||
    !fs.existsSync(path.join(place.data, 'imtiyaz.password'))
  ) {
    // Whoever knows its address wants what it held: another, empty one in its place would be none of it.
    if (port !== 0) throw new Error(`The data of PostgreSQL are not there: ${place.data}`)
    fs.rmSync(place.data, { recursive: true, force: true })
    initialise(place, settings.fsync !== 'off')
  }
  const password = fs.readFileSync(path.join(place.data, 'imtiyaz.password'), 'utf8').trim()
  const urlAt = (port) => `postgres://imtiyaz:${password}@127.0.0.1:${port}/postgres`
  const left = leftBehind(place.data)
  if (left && (await answers(urlAt(left.port))))
    return {
      url: urlAt(left.port),
      adopted: true,
      ended: untilGone(left.pid),
      stop: () => stopUnlessUsed(urlAt(left.port), left.pid),
    }
  const at = port || (await freePort())
  const { pid, died, ended } = launch(place, at, settings)
  try {
    await untilUp(urlAt(at), died)
  } catch (error) {
    await stopServer(pid)
    throw error
  }
  return { url: urlAt(at), adopted: false, ended, stop: () => stopServer(pid) }
}

async function asking(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
const quoted = (name) => `"${name.replaceAll('"', '')}"`

/** Drops `name` with all it holds, unless somebody works in it. */
export const dropDatabase = (url, name) =>
  asking(url, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted(name)}`))

/** Creates `name` when it is absent; returns its URL. */
export async function ensureDatabase(url, name) {
  await asking(url, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${quoted(name)}`)
  })
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
