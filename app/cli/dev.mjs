// `npm run dev`: the demonstration of `npm start`, built again and started again whenever a source changes.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build, root } from './build.mjs'

const WATCHED = ['app', 'emails', 'prisma/schema', 'public']
const QUIET_MS = 200 // an editor writes a file in several steps

const say = (line) => void process.stdout.write(`${line}\n`)
const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
const served = spawn(process.execPath, [path.join(root, 'app/cli/serve.mjs')], { cwd: root, stdio })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => served.kill('SIGTERM'))
served.on('exit', (code) => process.exit(code ?? 1))

let timer = null
let work = Promise.resolve()
function changed(file) {
  if (file?.includes('generated')) return // what the build itself writes
  clearTimeout(timer)
  timer = setTimeout(() => (work = work.then(renew)), QUIET_MS)
}

/** A build that fails leaves the last good one served. */
async function renew() {
  try {
    say('Building …')
    if (await build()) served.send('renew')
  } catch (error) {
    process.stderr.write(`${error.message}\nThe last good build stays served.\n`)
  }
}

for (const folder of WATCHED) {
  const place = path.join(root, folder)
  if (fs.existsSync(place)) fs.watch(place, { recursive: true }, (_event, file) => changed(file))
}
