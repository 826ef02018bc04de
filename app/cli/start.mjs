// `npm start`: everything from a fresh clone to a served demonstration. This file runs on any Node >= 20.19 with nothing
// installed; what follows runs on the project's own Node.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { sentence } from './troubles.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const ownNode = path.join(root, 'node_modules/node/bin/node')
const stamp = path.join(root, 'node_modules/.imtiyaz-installed')
const lock = createHash('sha256')
  .update(fs.readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex')

const isInstalled = () =>
  fs.existsSync(ownNode) &&
  (fs.existsSync(stamp)
    ? fs.readFileSync(stamp, 'utf8') === lock
    : fs.existsSync(path.join(root, 'node_modules/.package-lock.json')))

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  stop(`Node ${process.versions.node} is too old: version 20.19 or newer is needed.`)

if (!isInstalled()) {
  process.stdout.write('Installing packages …\n')
  const trouble = await install(root)
  if (trouble !== null) stop(trouble)
}
try {
  if (!fs.existsSync(stamp)) fs.writeFileSync(stamp, lock)
} catch (error) {
  stop(sentence(error))
}

const stdio = ['inherit', 'inherit', 'inherit', 'ipc'] // a kill -9 of this process is heard there
const child = spawn(ownNode, [path.join(root, 'app/cli/serve.mjs')], { cwd: root, stdio })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm can be killed too, and says nothing: then somebody else becomes the parent, or the parent's where a shell stands between.
const parents = () => `${process.ppid} ${parentOf(process.ppid)}`
const first = parents()
if (process.env.npm_lifecycle_event)
  setInterval(() => parents() === first || child.kill('SIGTERM'), 500).unref()
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

function parentOf(pid) {
  const file = `/proc/${pid}/stat`
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split(') ').at(-1).split(' ')[1] : ''
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
