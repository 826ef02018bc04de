// A finished build takes the place of the one in use without taking anything from under a process that runs it.
import fs from 'node:fs'
import path from 'node:path'

const KEPT_DAYS = 7
/** Files named by a hash of what they hold: other files point at them, so they come first and may stay. */
const HASHED = /[-.][\w-]{8,}\.(?:\w+)(?:\.map)?$/

function* filesUnder(folder, under = '') {
  for (const entry of fs.readdirSync(path.join(folder, under), { withFileTypes: true })) {
    const name = path.join(under, entry.name)
    if (entry.isDirectory()) yield* filesUnder(folder, name)
    else yield name
  }
}

/**
 * Moves every file of `from` into `to`. What `to` held and `from` does not stays for a week, for the pages that were
 * sent before and the processes that still run them.
 */
export function putInPlace(from, to, now = Date.now()) {
  fs.mkdirSync(to, { recursive: true })
  const fresh = new Set(filesUnder(from))
  const isLate = (name) => !HASHED.test(name)
  for (const name of [...fresh].sort((a, b) => Number(isLate(a)) - Number(isLate(b)))) {
    fs.mkdirSync(path.dirname(path.join(to, name)), { recursive: true })
    fs.renameSync(path.join(from, name), path.join(to, name))
  }
  for (const name of filesUnder(to)) {
    const file = path.join(to, name)
    if (!fresh.has(name) && now - fs.statSync(file).mtimeMs > KEPT_DAYS * 86_400_000) fs.rmSync(file)
  }
  fs.rmSync(from, { recursive: true, force: true })
}
