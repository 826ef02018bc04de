import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'imtiyaz-full-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SCRIPT = `
  const { createDiskStore } = await import('#app/adapters/files/disk.server.ts')
  const store = createDiskStore(process.env.FOLDER)
  async function* many() { for (let at = 0; at < 64; at += 1) yield Buffer.alloc(1024, 'mois;1\\n') }
  async function* few() { yield Buffer.from('mois;demandes\\n2025-01;12\\n') }
  const put = (source) => store.put(source, { limit: 1_000_000, claimedName: 'a.csv' })
  const [large, small] = [await put(many()), await put(few())]
  console.log(JSON.stringify([large.reason ?? 'kept', small.reason ?? 'kept']))
`

describe('a disk without room', () => {
  it('refuses the file by name, keeps no piece of it, and takes the next that fits', () => {
    // The kernel fails a write past the limit as it does on a full disk; no right to mount anything is needed.
    const limited = `trap '' XFSZ; ulimit -f 8; exec "$NODE" --no-warnings --input-type=module -e "$SCRIPT"`
    const env = { ...process.env, NODE: process.execPath, SCRIPT, FOLDER: folder }
    const done = spawnSync('bash', ['-c', limited], { encoding: 'utf8', env })
    expect([done.stdout.trim(), done.stderr]).toEqual(['["storage-full","kept"]', ''])
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
    const kept = readdirSync(join(folder, 'kept'), { recursive: true, withFileTypes: true })
    expect(kept.filter((entry) => entry.isFile())).toHaveLength(1)
  })
})
