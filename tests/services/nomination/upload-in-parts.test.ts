import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadEvidence } from '#app/adapters/db/evidence.ts'
import { LEAST_PART_BYTES, MOST_PART_BYTES } from '#app/domain/evidence/announced.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'
import { abandonUpload } from '#app/services/nomination/abandon-upload.ts'
import { beginUpload } from '#app/services/nomination/begin-upload.ts'
import { receivePart } from '#app/services/nomination/receive-part.ts'
import { dropAbandonedUploads, sweepFiles } from '#app/services/system/drop-abandoned-uploads.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK } from './scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

/** A table of some 60 KiB, never twice the same. */
function table() {
  const bytes = Buffer.from(`mois;demandes\n${randomUUID()};1\n${'2025-01;12\n'.repeat(5500)}`)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
const begin = (actor: Actor, nominationId: string, file: ReturnType<typeof table>, more: object = {}) =>
  beginUpload(ctx, actor, {
    nominationId,
    title: 'Mesures',
    claim: 'usage',
    fileName: 'mesures.csv',
    size: file.bytes.length,
    sha256: file.sha256,
    ...more,
  })
async function begun(...asked: Parameters<typeof begin>) {
  const answer = await begin(...asked)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}
const HALF = 2 * LEAST_PART_BYTES

describe('a file that arrives in parts', () => {
  it('goes on where it stopped, by its digest alone, and is attached once with its last part', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const file = table()
    const { uploadId } = await begun(editor, nomination.id, file)
    const part = (from: number, bytes: Uint8Array) =>
      receivePart(ctx, editor, { nominationId: nomination.id, uploadId, from, bytes })
    expect(await part(0, file.bytes.subarray(0, HALF))).toMatchObject({
      value: { received: HALF, evidenceId: null },
    })
    // Sent again because its answer was lost: nothing changes, and the way on is told.
    expect(await part(0, file.bytes.subarray(0, HALF))).toMatchObject({
      reason: 'part-misplaced',
      facts: { received: HALF },
    })
    expect(await begun(editor, nomination.id, file, { title: 'Mesures 2025' })).toEqual({
      uploadId,
      received: HALF,
    })
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toEqual([])
    const last = await part(HALF, file.bytes.subarray(HALF))
    const evidence = await loadEvidence(ctx.db.applicant, nomination.id)
    expect(evidence).toMatchObject([
      { title: 'Mesures 2025', sha256: file.sha256, size: file.bytes.length, mediaType: 'text/csv' },
    ])
    const attached = { received: file.bytes.length, evidenceId: evidence[0]?.id }
    expect(last).toEqual({ ok: true, value: attached })
    expect(await part(HALF, file.bytes.subarray(HALF))).toEqual({ ok: true, value: attached })
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toHaveLength(1)
    expect(await begin(editor, nomination.id, file)).toMatchObject({ reason: 'duplicate-file' })
  })

  it('is gone on with only by whoever began it', async () => {
    const { editor, signatory, nomination } = await scene.stage({ complete: false })
    const file = table()
    const { uploadId } = await begun(editor, nomination.id, file)
    const part = { nominationId: nomination.id, uploadId, from: 0, bytes: file.bytes.subarray(0, HALF) }
    expect(await receivePart(ctx, signatory, part)).toMatchObject({ reason: 'upload-gone' })
    expect(await abandonUpload(ctx, signatory, part)).toMatchObject({ reason: 'not-found' })
    const stranger = await scene.stranger()
    expect(await receivePart(ctx, stranger, part)).toMatchObject({ reason: 'not-found' })
    expect(await begin(stranger, nomination.id, file)).toMatchObject({ reason: 'not-found' })
    expect((await receivePart(ctx, editor, part)).ok).toBe(true)
  })

  it('is refused before its first byte for what its name, its size and its title say', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const file = table()
    for (const [more, reason] of [
      [{ size: 20 * 1024 * 1024 + 1 }, 'file-too-large'],
      [{ size: 0 }, 'file-empty'],
      [{ fileName: 'film.mov' }, 'file-type'],
      [{ title: ' ' }, 'title-required'],
      [{ claim: 'nothing' }, 'unknown-claim'],
    ] as const)
      expect(await begin(editor, nomination.id, file, more)).toMatchObject({ ok: false, reason })
    for (let n = 0; n < 3; n += 1) await begun(editor, nomination.id, table())
    expect(await begin(editor, nomination.id, file)).toMatchObject({ reason: 'uploads-waiting' })
  })

  it('takes no part too small, too large or past the announced end, nor one once the dossier is sent', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const file = table()
    const size = 2 * MOST_PART_BYTES
    const { uploadId } = await begun(editor, nomination.id, file, { size })
    const part = (bytes: number) =>
      receivePart(ctx, editor, {
        nominationId: nomination.id,
        uploadId,
        from: 0,
        bytes: Buffer.alloc(bytes, 65),
      })
    for (const bytes of [0, LEAST_PART_BYTES - 1, MOST_PART_BYTES + 1, size + 1])
      expect(await part(bytes)).toMatchObject({ reason: 'part-size' })
    expect((await part(LEAST_PART_BYTES)).ok).toBe(true)
    await test.owner.query(`UPDATE nomination SET state = 'submitted' WHERE id = $1`, [nomination.id])
    expect(await part(LEAST_PART_BYTES)).toMatchObject({ ok: false })
    expect(await begin(editor, nomination.id, file)).toMatchObject({ reason: 'not-editable' })
  })

  it('takes a part until one millisecond before the closing; at it neither a part nor a new announcement', async () => {
    const { editor, nomination, closesAt } = await scene.stage({ complete: false })
    const [file, other] = [table(), table()]
    const { uploadId } = await begun(editor, nomination.id, file)
    const part = (from: number, bytes: Uint8Array) =>
      receivePart(ctx, editor, { nominationId: nomination.id, uploadId, from, bytes })
    await test.setNow(instant(closesAt - 1))
    expect((await part(0, file.bytes.subarray(0, HALF))).ok).toBe(true)
    for (const late of [0, 1]) {
      await test.setNow(instant(closesAt + late))
      expect(await part(HALF, file.bytes.subarray(HALF))).toMatchObject({ reason: 'deadline-passed' })
      expect(await begin(editor, nomination.id, other)).toMatchObject({ reason: 'deadline-passed' })
    }
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toEqual([])
  })

  it('is checked whole: other bytes than announced, or of no known kind, leave nothing behind', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const file = table()
    const other = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const svg = { bytes: other, sha256: createHash('sha256').update(other).digest('hex') }
    for (const [announced, bytes, reason] of [
      [file, Buffer.alloc(file.bytes.length, 65), 'upload-interrupted'],
      [svg, svg.bytes, 'file-type-unknown'],
    ] as const) {
      const { uploadId } = await begun(editor, nomination.id, announced)
      const sent = { nominationId: nomination.id, uploadId, from: 0, bytes }
      expect(await receivePart(ctx, editor, sent)).toMatchObject({ ok: false, reason })
      expect(await receivePart(ctx, editor, sent)).toMatchObject({ reason: 'upload-gone' })
      expect(
        await ctx.files.parts.finish(uploadId, {
          bytes: bytes.length,
          sha256: announced.sha256,
          claimedName: 'a.csv',
        }),
      ).toMatchObject({ reason: 'upload-interrupted' })
    }
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toEqual([])
  })

  it('goes when it is given up, and when nobody has touched it for a day', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const inTwoDays = () => Date.now() + 2 * 24 * 60 * 60 * 1000
    await sweepFiles(ctx, inTwoDays())
    const [first, second, third] = [table(), table(), table()]
    const ids = []
    for (const file of [first, second, third]) {
      const { uploadId } = await begun(editor, nomination.id, file)
      const bytes = file.bytes.subarray(0, HALF)
      await receivePart(ctx, editor, { nominationId: nomination.id, uploadId, from: 0, bytes })
      ids.push(uploadId)
    }
    expect(
      (await abandonUpload(ctx, editor, { nominationId: nomination.id, uploadId: ids[0] ?? '' })).ok,
    ).toBe(true)
    await test.owner.query(
      `UPDATE incoming_upload SET touched_at = clock_timestamp() - interval '25 hours' WHERE id = $1`,
      [ids[1]],
    )
    expect(await dropAbandonedUploads(ctx)).toBe(1)
    expect(await begun(editor, nomination.id, first)).toMatchObject({ received: 0 })
    expect(await begun(editor, nomination.id, second)).toMatchObject({ received: 0 })
    expect(await begun(editor, nomination.id, third)).toEqual({ uploadId: ids[2], received: HALF })
    // The bytes of those that went are gone from the disk as well; of the third they are still there to sweep.
    expect(await sweepFiles(ctx, inTwoDays())).toBe(1)
    const kept = await ctx.files.sweep({ olderThan: instant(inTwoDays()), isReferenced: async () => false })
    expect(kept).toBeGreaterThan(0) // the whole files that rows name: no sweep had touched them
  })
})
