import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleVerifier } from '#app/cli/build.mjs'
import { bundleText } from '#app/domain/results/bundle.ts'
import { honest } from './forge.ts'

describe('the downloadable verifier', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verifier-'))
  const file = join(folder, 'imtiyaz-verify.mjs')
  beforeAll(() => bundleVerifier(file))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is one file that imports nothing but Node itself', () => {
    const lines = readFileSync(file, 'utf8').matchAll(/^import .* from "([^"]+)"/gm)
    const imports = [...lines].map(([, from]) => from)
    expect(imports.length).toBeGreaterThan(0)
    expect(imports.filter((from) => !from?.startsWith('node:'))).toEqual([])
  })

  it('confirms an honest bundle far from the project', () => {
    const bundle = join(folder, 'bundle.json')
    writeFileSync(bundle, bundleText([...honest].map(([name, content]) => ({ name, content }))))
    const said = execFileSync(process.execPath, [file, bundle], { encoding: 'utf8', cwd: folder })
    expect(said).toMatch(/The result is confirmed/)
  })
})
