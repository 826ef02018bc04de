import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'imtiyaz-install-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SCRIPT = `
  const { install } = await import(process.env.MODULE)
  console.log('trouble:', await install(process.cwd()))
`
/** Installs with an npm that does what `lines` say. */
function installing(lines: string) {
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\n${lines}\n`)
  chmodSync(join(folder, 'npm'), 0o755)
  return spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      MODULE: `file://${process.cwd()}/app/cli/install.mjs`,
    },
  })
}
const WARNING = 'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write'

describe('the installation', () => {
  it('ends at the first word of a full disk, with npm and what npm had started', () => {
    const began = Date.now()
    const done = installing(
      `echo '${WARNING}' >&2\n(sleep 300; touch ${folder}/late) &\necho $! > ${folder}/pid\nsleep 300\nexit 0`,
    )
    expect(done.stdout).toBe('trouble: The disk is full: free some space, then start again.\n')
    expect(done.stderr).toBe('')
    expect(Date.now() - began).toBeLessThan(60_000)
    const script = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    const state = existsSync(`/proc/${script}/stat`) ? readFileSync(`/proc/${script}/stat`, 'utf8') : ') Z'
    expect(state.split(') ').at(-1)?.[0]).toBe('Z') // gone, or gone and not yet collected
  })

  it('is no trouble though npm warned of everything else', () => {
    const done = installing(`echo 'npm warn EBADENGINE Unsupported engine {' >&2\nexit 0`)
    expect([done.stdout, done.stderr]).toEqual(['trouble: null\n', ''])
  })

  it('repeats what npm says where no sentence of ours knows it', () => {
    const done = installing(`echo 'npm error something else' >&2\nexit 1`)
    expect(done.stdout).toMatch(/npm says why above/)
    expect(done.stderr).toBe('npm error something else\n')
  })
})
