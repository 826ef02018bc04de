import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { insertDocuments, loadDocument, type DocumentRow } from '#app/adapters/db/documents.ts'
import { createDiskStore } from '#app/adapters/files/disk.server.ts'
import { SAMPLE_KINDS, SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import type { MadeKind } from '#app/domain/document/kinds.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { refuse } from '#app/domain/kernel/result.ts'
import type { PdfPress } from '#app/services/ports.ts'
import { pressDocument } from '#app/services/press-document.ts'
import { sweepFiles } from '#app/services/system/drop-abandoned-uploads.ts'
import { keepEarlierDocuments, setPublicDocuments } from '#app/services/system/set-public-documents.ts'
import { scrubFiles } from '#app/services/system/scrub-files.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { heldAt } from '#tests/support/held.ts'

let test: TestDb
let ctx: TestContext
let folder: string
/** The same installation once words of the catalogue have changed: every document is set otherwise. */
let reworded: TestContext & { readonly press: { press: ReturnType<typeof vi.fn> & PdfPress['press'] } }
beforeAll(async () => {
  test = await testDb()
  folder = await mkdtemp(path.join(os.tmpdir(), 'imtiyaz-first-'))
  ctx = await testContext(test, { files: createDiskStore(folder) })
  const press = vi.fn((kind: MadeKind, record: never) =>
    ctx.press.press(kind, { ...(record as object), place: { ar: 'الرباط', fr: 'Autrement' } } as never),
  )
  reworded = { ...ctx, press: { press } } as never
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
let count = 0
async function issued(kind: MadeKind = 'receipt', isPublic = false): Promise<DocumentRow> {
  count += 1
  const id = ctx.ids.rowId()
  const document = {
    ...{ id, kind, number: `XX-2026-${1000 + count}`, checkCode: `TEST-${count}`, campaignId: null },
    ...{ subjectId: randomUUID(), record: SAMPLES[kind], sha256: null, isPublic, createdAt: instant(0) },
  }
  await ctx.db.office.$transaction((tx) => insertDocuments(tx, [document]))
  return (await loadDocument(ctx.db.office, id)) ?? expect.fail('no document')
}
const rowOf = async ({ id }: DocumentRow) =>
  (
    await test.owner.query(
      `SELECT d.sha256, d.file_id, f.storage_key, f.size, f.display_name FROM document d
        LEFT JOIN stored_file f ON f.id = d.file_id WHERE d.id = $1`,
      [id],
    )
  ).rows[0]
const onDisk = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
const pathOf = async (document: DocumentRow): Promise<string> => {
  const { storage_key: key } = await rowOf(document)
  return (await onDisk()).find((name) => name.endsWith(key)) ?? expect.fail('not on the disk')
}
const inTwoDays = () => Date.now() + 2 * 24 * 60 * 60 * 1000

describe('the first file of a document', () => {
  it.each(SAMPLE_KINDS)('of the kind %s is served for ever, whatever becomes of the words', async (kind) => {
    const document = await issued(kind)
    const first = await pressDocument(ctx, document)
    const changed = await reworded.press.press(kind, document.record as never)
    expect(changed.sha256, 'other words give another file').not.toBe(first.sha256)
    reworded.press.press.mockClear()
    // Whether the caller read the row before the first setting or after it.
    for (const asked of [document, (await loadDocument(ctx.db.office, document.id))!]) {
      const again = await pressDocument(reworded, asked)
      expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true)
    }
    expect(reworded.press.press).not.toHaveBeenCalled()
    expect(await rowOf(document)).toMatchObject({
      sha256: sha256(first.bytes),
      size: first.bytes.length,
      display_name: `${document.number}.pdf`,
    })
  })

  it('is one for all who ask at once', async () => {
    const document = await issued('palmares', true)
    reworded.press.press.mockClear()
    const answers = await Promise.all(Array.from({ length: 20 }, () => pressDocument(reworded, document)))
    expect(new Set(answers.map(({ bytes }) => sha256(bytes))).size).toBe(1)
    expect(reworded.press.press).toHaveBeenCalledTimes(1)
  })

  it('is one for two processes of which one has other words, and the other leaves no file behind', async () => {
    const document = await issued()
    const before = (await onDisk()).length
    reworded.press.press.mockClear()
    // Each waits for the answers of its own press alone, as two processes do.
    const answers = await heldAt(test, 'stored_file', () => [
      pressDocument(ctx, document),
      pressDocument(reworded, document),
    ])
    const { sha256: recorded } = await rowOf(document)
    expect(answers.map(({ bytes }) => sha256(bytes))).toEqual([recorded, recorded])
    expect(reworded.press.press).toHaveBeenCalledTimes(1)
    expect(await onDisk()).toHaveLength(before + 1)
  })

  it('is no stray for the sweep, and is read by the nightly reading', async () => {
    const document = await issued('participation_certificate')
    const { bytes } = await pressDocument(ctx, document)
    expect(await sweepFiles(ctx, inTwoDays())).toBe(0)
    expect(Buffer.from((await pressDocument(ctx, document)).bytes).equals(bytes)).toBe(true)
    expect((await scrubFiles(ctx)).faults).toEqual([])
  })

  it('is refused once it was altered or is gone, not set anew', async () => {
    const document = await issued('completion_request')
    await pressDocument(ctx, document)
    const file = await pathOf(document)
    const content = await readFile(file)
    content[100] = (content[100] ?? 0) ^ 1
    await writeFile(file, content)
    await expect(pressDocument(ctx, document)).rejects.toThrow('file-altered')
    const { file_id: id } = await rowOf(document)
    expect((await scrubFiles(ctx)).faults).toEqual([{ id, reason: 'file-altered' }])
    await rm(file)
    await expect(pressDocument(ctx, document)).rejects.toThrow('file-absent')
  })

  it('that cannot be kept is given to nobody, and its hash is not recorded', async () => {
    const document = await issued()
    const full = { ...ctx, files: { ...ctx.files, put: async () => refuse('storage-full') } } as TestContext
    await expect(pressDocument(full, document)).rejects.toThrow('storage-full')
    expect(await rowOf(document)).toMatchObject({ sha256: null, file_id: null })
    expect((await pressDocument(ctx, document)).bytes.length).toBeGreaterThan(1000)
  })

  it('never changes, and neither it nor its document is ever deleted, by the owner of the database either', async () => {
    const document = await issued()
    await pressDocument(ctx, document)
    const { file_id: file } = await rowOf(document)
    const asOwner = (sql: string, id: string) => test.owner.query(sql, [id])
    for (const set of ['sha256 = NULL, file_id = NULL', `record = '{}'`, `number = 'XX'`])
      await expect(asOwner(`UPDATE document SET ${set} WHERE id = $1`, document.id)).rejects.toThrow(
        'never change',
      )
    await expect(asOwner('DELETE FROM document WHERE id = $1', document.id)).rejects.toThrow('never change')
    await expect(asOwner('DELETE FROM stored_file WHERE id = $1', file)).rejects.toThrow('foreign key')
    await expect(asOwner(`UPDATE stored_file SET sha256 = 'x' WHERE id = $1`, file)).rejects.toThrow(
      'foreign key',
    )
  })

  it('bears the hash that the document records, or the database takes neither', async () => {
    const document = await issued()
    const pressed = await issued()
    await pressDocument(ctx, pressed)
    const { file_id: file } = await rowOf(pressed)
    const set = (values: string) =>
      test.owner.query(`UPDATE document SET ${values} WHERE id = $1`, [document.id])
    await expect(set(`sha256 = '${'a'.repeat(64)}'`)).rejects.toThrow('document_pressed')
    await expect(set(`sha256 = '${'a'.repeat(64)}', file_id = '${file}'`)).rejects.toThrow('foreign key')
  })

  it('is set by the worker where the document is public', async () => {
    const document = await issued('laureate_certificate', true)
    expect(await setPublicDocuments(ctx)).toBe(1)
    expect(await setPublicDocuments(ctx)).toBe(0)
    expect(Buffer.from((await pressDocument(reworded, document)).bytes)).toHaveLength(
      (await rowOf(document)).size,
    )
  })
})

describe('documents that were hashed before their files were kept', () => {
  /** As an earlier version left it: a hash, and no file. */
  async function earlier(hash: string): Promise<DocumentRow> {
    const document = await issued('eligibility_decision')
    await test.owner.query('ALTER TABLE document DROP CONSTRAINT document_pressed')
    await test.owner.query('UPDATE document SET sha256 = $2 WHERE id = $1', [document.id, hash])
    await test.owner.query(
      'ALTER TABLE document ADD CONSTRAINT document_pressed CHECK ((file_id IS NULL) = (sha256 IS NULL)) NOT VALID',
    )
    return { ...document, sha256: hash }
  }
  const hashed = async () =>
    (await ctx.press.press('eligibility_decision', SAMPLES.eligibility_decision)).sha256

  it('get it when they are asked for or the night comes, while the words still give those bytes', async () => {
    const [asked, waiting] = [await earlier(await hashed()), await earlier(await hashed())]
    expect((await pressDocument(ctx, asked)).sha256).toBe(asked.sha256)
    expect(await rowOf(asked)).toMatchObject({ sha256: asked.sha256, size: expect.any(Number) })
    expect(await keepEarlierDocuments(ctx)).toBe(1)
    expect((await pressDocument(reworded, waiting)).sha256).toBe(waiting.sha256)
  })

  it('keep their hash where the words changed before: what is set otherwise never takes its place', async () => {
    const lost = await earlier('c'.repeat(64))
    expect((await pressDocument(ctx, lost)).bytes.length).toBeGreaterThan(1000)
    expect(await keepEarlierDocuments(ctx)).toBe(0)
    expect(await rowOf(lost)).toMatchObject({ sha256: 'c'.repeat(64), file_id: null })
  })
})
