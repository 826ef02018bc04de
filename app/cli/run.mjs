// Runs one of the project's commands: `node app/cli/run.mjs replay 2021`. Builds it first when its sources changed.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { build, root } from './build.mjs'
import { ownStacks } from './node-flags.mjs'

const [command, ...words] = process.argv.slice(2)
try {
  await build('node')
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
const child = spawn(
  process.execPath,
  [...ownStacks(root), path.join(root, 'build/node/cli', `${command}.js`), ...words],
  {
    stdio: 'inherit',
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
