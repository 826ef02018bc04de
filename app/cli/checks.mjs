// Runs scripts of package.json beside one another, as many as there are processors: `node app/cli/checks.mjs lint types`.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'

/**
 * One script with all it said, in the order it said it. Passed only by ending with zero: neither `node --run` nor every
 * shell says so when a script was killed.
 */
function run(name, folder) {
  const command = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).scripts[name]
  if (command === undefined) return { name, passed: false, seconds: 0, text: 'There is no such script.' }
  const began = Date.now()
  const env = {
    ...process.env,
    PATH: [path.join(folder, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  }
  return new Promise((resolve) => {
    const said = []
    const done = (passed) =>
      resolve({ name, passed, seconds: (Date.now() - began) / 1000, text: Buffer.concat(said).toString() })
    const script = spawn(command, { cwd: folder, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [script.stdout, script.stderr]) stream.on('data', (piece) => said.push(piece))
    script.once('error', (error) => said.push(Buffer.from(`${error.message}\n`)))
    script.once('close', (code) => done(code === 0))
  })
}

/**
 * Every script runs to its end, whatever the others say: one look shows all that is wrong. What one says is told in one
 * piece when it has ended. True when all passed.
 */
async function runBesideOneAnother(names, folder) {
  const waiting = [...names]
  const failed = []
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { passed, seconds, text } = await run(name, folder)
      if (!passed) failed.push(name)
      console.log(`\n> ${name}: ${passed ? 'passed' : 'FAILED'}, ${seconds.toFixed(0)} s\n${text.trimEnd()}`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`)
  return failed.length === 0
}

process.exitCode = (await runBesideOneAnother(process.argv.slice(2), process.cwd())) ? 0 : 1
