import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDiskStore } from '#app/adapters/files/disk.server.ts'
import type { Context } from '#app/services/context.ts'
import { scrubFiles } from '#app/services/system/scrub-files.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
let folder: string
beforeAll(async () => {
  test = await testDb()
  folder = await mkdtemp(path.join(os.tmpdir(), 'imtiyaz-scrub-'))
  ctx = await testContext(test, { files: await createDiskStore(folder) })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function stored(text: string): Promise<{ id: string; key: string; sha256: string }> {
  const put = await ctx.files.put(
    (async function* () {
      yield Buffer.from(text)
    })(),
    { limit: 1000, claimedName: 'mesures.csv' },
  )
  const file = put.ok ? put.value : expect.fail(put.reason)
  const id = randomUUID()
  await test.owner.query(
    `INSERT INTO stored_file (id, storage_key, sha256, size, media_type, display_name, scan_state, created_at, created_by)
     VALUES ($1, $2, $3, $4, 'text/csv', 'mesures.csv', 'clean', now(), $5)`,
    [id, file.storageName, file.sha256, file.bytes, randomUUID()],
  )
  return { id, key: file.storageName, sha256: file.sha256 }
}
async function onDisk(key: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  return path.join(folder, names.find((name) => name.endsWith(key)) ?? expect.fail('on disk'))
}
const entries = async () =>
  (await test.owner.query(`SELECT subject_id, facts FROM audit_entry WHERE act = 'storedFileFaulty'`)).rows

describe('the nightly reading of all files', () => {
  it('finds nothing where nothing was touched, and leaves no entry', async () => {
    await stored('mois;demandes\n2025-01;1\n')
    expect(await scrubFiles(ctx)).toEqual({ read: 1, faults: [] })
    expect(await entries()).toEqual([])
  })

  it('finds one flipped byte and one absent file, and writes both in the log', async () => {
    const [flipped, gone] = [
      await stored('mois;demandes\n2025-01;2\n'),
      await stored('mois;demandes\n2025-01;3\n'),
    ]
    const file = await onDisk(flipped.key)
    const content = await readFile(file)
    content[content.length - 2] = (content.at(-2) ?? 0) ^ 1
    await rm(file, { force: true })
    await writeFile(file, content)
    await rm(await onDisk(gone.key), { force: true })
    const { read, faults } = await scrubFiles(ctx)
    expect(read).toBe(3)
    expect([...faults].sort((a, b) => a.reason.localeCompare(b.reason))).toEqual([
      { id: gone.id, reason: 'file-absent' },
      { id: flipped.id, reason: 'file-altered' },
    ])
    expect(await entries()).toHaveLength(2)
    expect(await ctx.files.open(flipped.key, { sha256: flipped.sha256 })).toMatchObject({
      reason: 'file-altered',
    })
  })
})
