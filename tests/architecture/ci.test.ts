import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imtiyaz-ci-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const UNIT = JSON.stringify({ numPassedTests: 10, numFailedTests: 0 })
const UNIT_FAILED = JSON.stringify({ numPassedTests: 8, numFailedTests: 2 })
const E2E = JSON.stringify({ stats: { expected: 3, unexpected: 0, flaky: 1 } })
const E2E_FAILED = JSON.stringify({ stats: { expected: 1, unexpected: 2, flaky: 0 } })

/** Runs `.ci/run` in a folder where `npm` is the script given, after an earlier run that was all green. */
function run(npm: string): { last: string; code: number | null } {
  const at = fs.mkdtempSync(path.join(folder, 'run-'))
  for (const part of ['.ci', 'reports', 'bin']) fs.mkdirSync(path.join(at, part))
  fs.copyFileSync('.ci/run', path.join(at, '.ci/run'))
  fs.writeFileSync(path.join(at, 'reports/vitest.json'), UNIT)
  fs.writeFileSync(path.join(at, 'reports/e2e.json'), E2E)
  fs.writeFileSync(path.join(at, 'bin/npm'), `#!/bin/sh\n${npm}\n`, { mode: 0o755 })
  const done = spawnSync('bash', [path.join(at, '.ci/run')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${at}/bin:${process.env['PATH']}` },
  })
  return { last: done.stdout.trim().split('\n').at(-1) ?? '', code: done.status }
}
const write = (file: string, text: string): string =>
  `mkdir -p reports; echo '${text}' > reports/${file}.json`

it.each([
  ['everything passes', `${write('vitest', UNIT)}; ${write('e2e', E2E)}`, '14 passed, 0 failed', 0],
  ['the installation fails', 'echo "npm error" >&2; exit 1', '0 passed, 1 failed', 1],
  ['the check fails before its tests', 'exit 2', '0 passed, 1 failed', 2],
  ['a test fails', `${write('vitest', UNIT_FAILED)}; exit 1`, '8 passed, 2 failed', 1],
  [
    'the browser tests fail',
    `${write('vitest', UNIT)}; ${write('e2e', E2E_FAILED)}; exit 1`,
    '11 passed, 2 failed',
    1,
  ],
  ['the browser never starts', `${write('vitest', UNIT)}; exit 1`, '10 passed, 1 failed', 1],
  ['a report is cut off', `${write('vitest', '{"numPassed')}; exit 137`, '0 passed, 1 failed', 137],
])('ends with the plain line of counts when %s', (_what, npm, last, code) => {
  expect(run(npm)).toEqual({ last, code })
})
