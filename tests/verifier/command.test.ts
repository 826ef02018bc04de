import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleText } from '#app/domain/results/bundle.ts'
import { firstRanked, forge, honest } from './forge.ts'
import type { Files } from './forge.ts'

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const main = fileURLToPath(new URL('../../app/verifier/main.ts', import.meta.url))
  const run = (...args: string[]): { status: number; output: string } => {
    try {
      return {
        status: 0,
        output: execFileSync(process.execPath, [main, ...args], { encoding: 'utf8', stdio: 'pipe' }),
      }
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
      return { status, output: stdout + stderr }
    }
  }
  const written = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const single = (files: Files): string =>
    bundleText([...files].map(([name, content]) => ({ name, content })))

  it('says line by line what holds and exits with 0', () => {
    const { status, output } = run(written('honest.json', single(honest)))
    expect({ status, last: output.trim().split('\n').at(-1) }).toEqual({
      status: 0,
      last: expect.stringMatching(/^The result is confirmed: \d+ checks hold\.$/),
    })
  })
  it('exits with 1 and names the difference', () => {
    const forged = forge(honest, 'results.json', (results) => {
      firstRanked(results).score = '100'
    })
    const { status, output } = run(written('forged.json', single(forged)))
    expect(status).toBe(1)
    expect(output).toMatch(/^FAIL {2}scores: .* stated 100$/m)
  })
  it('exits with 2 and one clear sentence when there is nothing to verify', () => {
    expect(run(join(folder, 'absent.json'))).toMatchObject({
      status: 2,
      output: expect.stringMatching(/^Cannot verify: nothing to read at /),
    })
    expect(run(written('cut.json', single(honest).slice(0, 500)))).toMatchObject({
      status: 2,
      output: expect.stringContaining('is not JSON'),
    })
    expect(
      run(written('other.json', '{"schema":"x"}'), '--receipt', join(folder, 'other.json')),
    ).toMatchObject({
      status: 2,
      output: expect.stringContaining('Usage:'),
    })
    expect(run('--receipt', written('other.json', '{"schema":"x"}'))).toMatchObject({
      status: 2,
      output: expect.stringContaining('is not a receipt'),
    })
    expect(run(written('held.json', single(honest)), '--log', join(folder, 'other.json'))).toMatchObject({
      status: 2,
      output: expect.stringContaining('is not a log'),
    })
    expect(run()).toMatchObject({ status: 2, output: expect.stringContaining('Usage:') })
  })
})
