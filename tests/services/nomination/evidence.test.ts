import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadEvidence } from '#app/adapters/db/evidence.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'
import { attachEvidence } from '#app/services/nomination/attach-evidence.ts'
import { removeEvidence } from '#app/services/nomination/remove-evidence.ts'
import type { ScanVerdict } from '#app/services/ports.ts'
import { scanPendingFiles } from '#app/services/system/scan-pending-files.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, NOWHERE } from './scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
let verdict: ScanVerdict = { state: 'unscanned' }
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test, { scanner: { scan: async () => verdict } })
  scene = createScene(test, ctx)
})
beforeEach(async () => {
  verdict = { state: 'unscanned' }
  await test.setNow(DAY_OF_WORK)
})

let serial = 0
async function stored(name = 'mesures.csv') {
  serial += 1
  const text = Buffer.from(`mois;demandes\n2025-01;${serial}\n`)
  const put = await ctx.files.put(
    (async function* () {
      yield text
    })(),
    { limit: 1_000_000, claimedName: name },
  )
  if (!put.ok) throw new Error(put.reason)
  return { ...put.value, displayName: name }
}
const open = async (storageName: string) => (await ctx.files.open(storageName)).ok

describe('attachEvidence', () => {
  it('ties the file to its claim and keeps digest, size and entry', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const file = await stored()
    const result = await attachEvidence(ctx, editor, {
      nominationId: nomination.id,
      title: 'Mesures',
      claim: 'usage',
      file,
    })
    expect(result.ok).toBe(true)
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toMatchObject([
      {
        title: 'Mesures',
        claim: 'usage',
        fileName: 'mesures.csv',
        sha256: file.sha256,
        size: file.bytes,
        scanState: 'unscanned',
        position: 1,
      },
    ])
    expect(await scene.entriesAbout(nomination.id)).toEqual(['evidenceAttached'])
    expect(await open(file.storageName)).toBe(true)
  })

  it('gives each piece a number for ever: none bears the number of one that was removed', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const nominationId = nomination.id
    const attach = async (title: string) => {
      const file = await stored()
      const done = await attachEvidence(ctx, editor, { nominationId, title, claim: 'usage', file })
      return done.ok ? done.value.evidenceId : expect.fail(done.reason)
    }
    await attach('Un')
    for (const title of ['Deux', 'Trois'])
      expect(
        await removeEvidence(ctx, editor, { nominationId, evidenceId: await attach(title) }),
      ).toMatchObject({
        ok: true,
      })
    await attach('Quatre')
    const pieces = await loadEvidence(ctx.db.applicant, nominationId)
    expect(pieces.map(({ title, position }) => `${position} ${title}`)).toEqual(['1 Un', '4 Quatre'])
  })

  it.each([
    ['stranger', 'not-found'],
    ['absent', 'not-found'],
    ['submitted', 'not-editable'],
    ['at the closing', 'deadline-passed'],
    ['one millisecond late', 'deadline-passed'],
    ['claim', 'unknown-claim'],
    ['title', 'title-required'],
    ['infected', 'infected'],
  ])('refuses %s with %s, stores no row and removes the file', async (fault, reason) => {
    const { editor, nomination, closesAt } = await scene.stage({
      complete: false,
      state: fault === 'submitted' ? 'submitted' : 'draft',
    })
    if (fault === 'at the closing') await test.setNow(closesAt)
    if (fault === 'one millisecond late') await test.setNow(instant(closesAt + 1))
    if (fault === 'infected') verdict = { state: 'infected', signature: 'test' }
    const file = await stored()
    const result = await attachEvidence(ctx, fault === 'stranger' ? await scene.stranger() : editor, {
      nominationId: fault === 'absent' ? NOWHERE : nomination.id,
      title: fault === 'title' ? '' : 'Mesures',
      claim: fault === 'claim' ? 'accessAccount' : 'usage',
      file,
    })
    expect(result).toMatchObject({ ok: false, reason })
    expect(await scene.count('evidence', 'nomination_id = $1', [nomination.id])).toBe(0)
    expect(await scene.entriesAbout(nomination.id)).toEqual([])
    expect(await open(file.storageName)).toBe(false)
  })

  it('never passes the number of files, however many arrive at once', async () => {
    const { editor, nomination, campaign } = await scene.stage({ complete: false })
    const limit = campaign.regulation.participation.evidence.files
    const files = await Promise.all(Array.from({ length: limit + 3 }, () => stored()))
    const results = await Promise.all(
      files.map((file) =>
        attachEvidence(ctx, editor, { nominationId: nomination.id, title: 'Mesures', claim: 'usage', file }),
      ),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(limit)
    expect(results.filter((result) => !result.ok && result.reason === 'too-many-files')).toHaveLength(3)
    expect(await scene.count('evidence', 'nomination_id = $1', [nomination.id])).toBe(limit)
  })

  it('takes and gives back a file until one millisecond before the closing, and not at it', async () => {
    const { editor, nomination, closesAt } = await scene.stage({ complete: false })
    const id = { nominationId: nomination.id }
    await test.setNow(instant(closesAt - 1))
    const added = await attachEvidence(ctx, editor, {
      ...id,
      title: 'Mesures',
      claim: 'usage',
      file: await stored(),
    })
    if (!added.ok) throw new Error(added.reason)
    const { evidenceId } = added.value
    await test.setNow(closesAt)
    expect(await removeEvidence(ctx, editor, { ...id, evidenceId })).toMatchObject({
      ok: false,
      reason: 'deadline-passed',
    })
    expect(await scene.count('evidence', 'nomination_id = $1 AND removed_at IS NULL', [nomination.id])).toBe(
      1,
    )
    await test.setNow(instant(closesAt - 1))
    expect((await removeEvidence(ctx, editor, { ...id, evidenceId })).ok).toBe(true)
  })

  it('leaves a file pending while the scanner is silent, and settles it when it answers', async () => {
    verdict = { state: 'unavailable', reason: 'no socket' }
    const { editor, nomination } = await scene.stage({ complete: false })
    await attachEvidence(ctx, editor, {
      nominationId: nomination.id,
      title: 'Mesures',
      claim: 'usage',
      file: await stored(),
    })
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toMatchObject([{ scanState: 'pending' }])
    expect(await scanPendingFiles(ctx)).toBe(0)
    verdict = { state: 'clean' }
    expect(await scanPendingFiles(ctx)).toBe(1)
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toMatchObject([{ scanState: 'clean' }])
  })
})

describe('removeEvidence', () => {
  it('takes the file out of the draft and keeps its bytes; twice is not found', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const file = await stored()
    const added = await attachEvidence(ctx, editor, {
      nominationId: nomination.id,
      title: 'Mesures',
      claim: 'usage',
      file,
    })
    const evidenceId = added.ok ? added.value.evidenceId : ''
    expect(
      await removeEvidence(ctx, await scene.stranger(), { nominationId: nomination.id, evidenceId }),
    ).toMatchObject({ reason: 'not-found' })
    expect((await removeEvidence(ctx, editor, { nominationId: nomination.id, evidenceId })).ok).toBe(true)
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toEqual([])
    expect(await open(file.storageName)).toBe(true)
    expect(await removeEvidence(ctx, editor, { nominationId: nomination.id, evidenceId })).toMatchObject({
      reason: 'not-found',
    })
    expect(await scene.entriesAbout(nomination.id)).toEqual(['evidenceAttached', 'evidenceRemoved'])
  })
})
