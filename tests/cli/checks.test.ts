import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imtiyaz-checks-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const scripts = {
  good: 'echo all is well',
  bad: 'echo one is out; echo two are out >&2; exit 3',
  // Killed, a script has no exit code at all.
  killed: 'kill -9 $$',
  late: 'sleep 0.2 && echo late and well',
}
fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts }))

const run = (...names: string[]) => {
  const done = spawnSync(process.execPath, [path.resolve('app/cli/checks.mjs'), ...names], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { code: done.status, text: done.stdout }
}

it('passes when every script does, and tells what each said', () => {
  const { code, text } = run('late', 'good')
  expect(code).toBe(0)
  expect(text).toMatch(/> good: passed, \d+ s\nall is well\n/)
  expect(text).toMatch(/> late: passed, \d+ s\nlate and well\n/)
  expect(text).not.toContain('failed')
})

it.each([['bad'], ['killed'], ['absent']])('fails when one is %s, and still runs all others', (wrong) => {
  const { code, text } = run(wrong, 'good', 'late')
  expect(code).toBe(1)
  expect(text).toContain(`> ${wrong}: FAILED`)
  expect(text).toContain('> good: passed')
  expect(text).toContain('> late: passed')
  expect(text.trimEnd().split('\n').at(-1)).toBe(`failed: ${wrong}`)
})

it('shows both streams of what failed, and names all that did', () => {
  const { text } = run('bad', 'good', 'killed')
  expect(text).toMatch(/one is out/)
  expect(text).toMatch(/two are out/)
  expect(text).toMatch(/failed: (bad, killed|killed, bad)/)
})
