import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { keep } from '#app/cli/keep.mjs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'imtiyaz-keep-'))
const serves = path.join(folder, 'serves.mjs')
const fails = path.join(folder, 'fails.mjs')
writeFileSync(serves, `process.send('serves'); setInterval(() => undefined, 1000)`)
writeFileSync(fails, 'process.exit(3)')

const children: ChildProcess[] = []
let ending = false
afterAll(() => {
  ending = true
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Keeps one process, whose programs in turn are these, the last again and again. */
function kept(programs: readonly string[], losses: () => number = () => 0) {
  const said: string[] = []
  const failures: number[] = []
  let begun = 0
  const begin = (): ChildProcess => fork(programs[Math.min(begun++, programs.length - 1)] ?? serves)
  const told = { children, isEnding: () => ending, say: (line: string) => void said.push(line), losses }
  const first = keep(begin, 'web', { ...told, failed: (code: number) => void failures.push(code) })
  return { first, said, failures, begun: () => begun }
}

it('puts another in the place of one that was killed, also when the next two cannot start just then', async () => {
  const { first, said, failures, begun } = kept([serves, fails, fails, serves])
  first.once('message', () => first.kill('SIGKILL'))
  await expect.poll(() => said, { timeout: 20_000 }).toHaveLength(1)
  expect(said[0]).toMatch(new RegExp(`^The web process \\d+ serves in the place of ${first.pid}\\.$`))
  expect([failures, begun()]).toEqual([[], 4])
})

it('says so where the first of all ends before it served', async () => {
  const { said, failures, begun } = kept([fails])
  await expect.poll(() => failures, { timeout: 20_000 }).toEqual([3])
  expect([said, begun()]).toEqual([[], 1])
})

it('tries again, and once more, where what the first of all needs went away while it began', async () => {
  let asked = 0
  const { first, said, failures, begun } = kept([fails, fails, serves], () => (asked++ === 0 ? 0 : 1))
  await expect.poll(() => said, { timeout: 20_000 }).toHaveLength(1)
  expect(said[0]).toMatch(new RegExp(` serves in the place of ${first.pid}\\.$`))
  expect([failures, begun()]).toEqual([[], 3])
})
