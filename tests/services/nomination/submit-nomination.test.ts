import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'
import { closeNominations } from '#app/services/campaign/close-nominations.ts'
import { cancelVisa } from '#app/services/nomination/cancel-visa.ts'
import { requestVisa } from '#app/services/nomination/request-visa.ts'
import { resubmitNomination } from '#app/services/nomination/resubmit-nomination.ts'
import { submitNomination } from '#app/services/nomination/submit-nomination.ts'
import { withdrawNomination } from '#app/services/nomination/withdraw-nomination.ts'
import { pressDocument } from '#app/services/press-document.ts'
import { loadDocumentsOf } from '#app/adapters/db/documents.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, newKey, NOWHERE } from './scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

/** A complete dossier that awaits its visa, and the post of the visa page. */
async function awaiting() {
  const stage = await scene.stage()
  const asked = await requestVisa(ctx, stage.editor, await scene.seen(stage.nomination.id))
  if (!asked.ok) throw new Error(asked.reason)
  const post = {
    nominationId: stage.nomination.id,
    received: DAY_OF_WORK,
    seenDigest: await scene.digestOf(stage.nomination.id),
    key: newKey(),
  }
  return { ...stage, post }
}

/** The records of the campaign's registers, oldest first. */
async function registersOf(campaignId: string): Promise<readonly string[]> {
  const { rows } = await test.owner.query<{ record: string }>(
    `SELECT record::text FROM document WHERE kind = 'register' AND subject_id = $1 ORDER BY number`,
    [campaignId],
  )
  return rows.map(({ record }) => record)
}

describe('submitNomination', () => {
  it('freezes the version, numbers the receipt, writes its record, its entry and its notices', async () => {
    const { signatory, nomination, post } = await awaiting()
    const result = await submitNomination(ctx, signatory, post)
    expect(result).toMatchObject({ ok: true, value: { version: 1, receivedAt: DAY_OF_WORK } })
    const { rows } = await test.owner.query('SELECT state, submitted_at FROM nomination WHERE id = $1', [
      nomination.id,
    ])
    expect(rows[0]).toEqual({ state: 'submitted', submitted_at: new Date(DAY_OF_WORK) })
    const version = await test.owner.query(
      'SELECT number, kind, hash, receipt_number, signatory_id, content FROM dossier_version WHERE nomination_id = $1',
      [nomination.id],
    )
    expect(version.rows).toHaveLength(1)
    expect(version.rows[0]).toMatchObject({
      number: 1,
      kind: 'submission',
      hash: post.seenDigest,
      signatory_id: signatory.personId,
    })
    expect(version.rows[0].content.reference).toBe(nomination.reference)
    expect(await scene.entriesAbout(nomination.id)).toEqual(['visaRequested', 'nominationSubmitted'])
    expect(await scene.noticesAbout(nomination.id)).toEqual([
      'visa-requested',
      'nomination-received',
      'nomination-received',
    ])
    const [document] = await loadDocumentsOf(ctx.db.applicant, nomination.id)
    expect(document).toMatchObject({ kind: 'receipt', number: version.rows[0].receipt_number })
    expect(document?.record).toMatchObject({
      dossierSha256: post.seenDigest,
      receivedAt: DAY_OF_WORK,
      reference: nomination.reference,
    })
  })

  it('presses the receipt twice to the same bytes', async () => {
    const { nomination } = await scene.submitted()
    const [document] = await loadDocumentsOf(ctx.db.applicant, nomination.id)
    if (!document) throw new Error('no receipt')
    const [first, second] = [await pressDocument(ctx, document), await pressDocument(ctx, document)]
    expect(Buffer.from(first.bytes).subarray(0, 5).toString()).toBe('%PDF-')
    expect(second.sha256).toBe(first.sha256)
  })

  it('gives one receipt to fifty identical posts at once', async () => {
    const { signatory, nomination, post, campaign } = await awaiting()
    const results = await Promise.all(
      Array.from({ length: 50 }, () => submitNomination(ctx, signatory, post)),
    )
    const numbers = new Set(results.map((result) => (result.ok ? result.value.receiptNumber : result.reason)))
    expect(numbers.size).toBe(1)
    expect(results.every((result) => result.ok)).toBe(true)
    expect(await scene.count('dossier_version', 'nomination_id = $1', [nomination.id])).toBe(1)
    expect(await scene.count('document', 'subject_id = $1', [nomination.id])).toBe(1)
    expect(
      (await scene.entriesAbout(nomination.id)).filter((act) => act === 'nominationSubmitted'),
    ).toHaveLength(1)
    expect(
      (await scene.noticesAbout(nomination.id)).filter((name) => name === 'nomination-received'),
    ).toHaveLength(2)
    const { rows } = await test.owner.query('SELECT next_receipt FROM campaign WHERE id = $1', [campaign.id])
    expect(rows[0].next_receipt).toBe(2)
  })

  it('shows no receipt to an old page once its version was withdrawn and the dossier begun anew', async () => {
    const { signatory, editor, nomination, post } = await awaiting()
    expect((await submitNomination(ctx, signatory, post)).ok).toBe(true)
    for (const takeBack of [
      async () => withdrawNomination(ctx, signatory, await scene.seen(nomination.id)),
      async () => resubmitNomination(ctx, editor, await scene.seen(nomination.id)),
    ]) {
      expect((await takeBack()).ok).toBe(true)
      expect(await submitNomination(ctx, signatory, post)).toMatchObject({
        ok: false,
        reason: 'stale-version',
      })
    }
    expect(await scene.count('dossier_version', 'nomination_id = $1', [nomination.id])).toBe(1)
  })

  it('takes a key for one act of one person: to others it stands for nothing, and never for another file', async () => {
    const [first, second] = [await awaiting(), await awaiting()]
    const { key } = first.post
    expect((await submitNomination(ctx, first.signatory, first.post)).ok).toBe(true)
    expect(await submitNomination(ctx, second.signatory, { ...second.post, key })).toMatchObject({
      ok: true,
      value: { nominationId: second.nomination.id },
    })
    const { id: nominationId } = await scene.given.nomination({
      ...{ campaign: first.campaign, administration: first.body.id, state: 'awaiting_visa' },
    })
    await scene.fill(nominationId)
    const other = { ...first.post, nominationId, seenDigest: await scene.digestOf(nominationId) }
    const refused = { ok: false, reason: 'stale-version' }
    expect(await submitNomination(ctx, first.signatory, other)).toMatchObject(refused)
    expect(await scene.stateOf(nominationId)).toBe('awaiting_visa')
    expect((await submitNomination(ctx, first.signatory, { ...other, key: newKey() })).ok).toBe(true)
  })

  it('numbers the receipts of a campaign without a gap, a refusal in between included', async () => {
    const { given } = scene
    const campaign = await scene.campaignIn()
    const numbers: string[] = []
    for (let n = 0; n < 3; n += 1) {
      const body = await given.administration()
      const signatory = await given.applicant(body.id)
      const nomination = await given.nomination({ campaign, administration: body.id })
      await scene.fill(nomination.id)
      const post = {
        nominationId: nomination.id,
        received: DAY_OF_WORK,
        seenDigest: 'not what was shown',
        key: newKey(),
      }
      expect(await submitNomination(ctx, signatory, post)).toMatchObject({
        ok: false,
        reason: 'dossier-changed',
      })
      const seenDigest = await scene.digestOf(nomination.id)
      const result = await submitNomination(ctx, signatory, { ...post, seenDigest })
      if (result.ok) numbers.push(result.value.receiptNumber)
    }
    expect(numbers.map((number) => number.slice(8))).toEqual(['0001', '0002', '0003'])
  })

  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('at %i ms from the closing: accepted %s', async (offset, accepted) => {
    const { signatory, nomination, post, closesAt } = await awaiting()
    const received = instant(closesAt + offset)
    await test.setNow(received)
    const result = await submitNomination(ctx, signatory, { ...post, received })
    expect(result.ok).toBe(accepted)
    if (!result.ok) expect(result.reason).toBe('deadline-passed')
    expect(await scene.stateOf(nomination.id)).toBe(accepted ? 'submitted' : 'awaiting_visa')
    expect(await scene.count('dossier_version', 'nomination_id = $1', [nomination.id])).toBe(accepted ? 1 : 0)
  })

  it('accepts what arrived before the closing and ran after it, up to five minutes and not one millisecond more', async () => {
    const first = await awaiting()
    const received = instant(first.closesAt - 1)
    await test.setNow(instant(received + 5 * 60_000))
    expect((await submitNomination(ctx, first.signatory, { ...first.post, received })).ok).toBe(true)
    await test.setNow(DAY_OF_WORK)
    const second = await awaiting()
    await test.setNow(instant(received + 5 * 60_000 + 1))
    expect(await submitNomination(ctx, second.signatory, { ...second.post, received })).toMatchObject({
      reason: 'waited-too-long',
    })
    expect(await scene.stateOf(second.nomination.id)).toBe('awaiting_visa')
  })

  it.each([
    ['a millisecond before the closing', -1, 0, 'ok'],
    ['a millisecond before it, and ran more than five minutes later', -1, 5 * 60_000, 'waited-too-long'],
    ['at the closing', 0, 0, 'wrong-phase'],
  ])('after the turn to screening, receives what arrived %s', async (_when, offset, later, expected) => {
    const { signatory, nomination, campaign, closesAt, post } = await awaiting()
    await test.setNow(closesAt)
    expect((await closeNominations(ctx)).closed).toContain(campaign.id)
    const [drawn] = await registersOf(campaign.id)
    expect(drawn).not.toContain(nomination.reference)
    await test.setNow(instant(closesAt + later))
    const result = await submitNomination(ctx, signatory, { ...post, received: instant(closesAt + offset) })
    expect(result.ok ? 'ok' : result.reason).toBe(expected)
    expect(await scene.stateOf(nomination.id)).toBe(expected === 'ok' ? 'submitted' : 'awaiting_visa')
    const registers = await registersOf(campaign.id)
    expect(registers).toHaveLength(expected === 'ok' ? 2 : 1)
    if (expected === 'ok') expect(registers[1]).toContain(nomination.reference)
  })

  it.each(['wrong digest', 'editor', 'stranger', 'absent', 'phase', 'cancelled'] as const)(
    'refuses and changes nothing: %s',
    async (fault) => {
      const { signatory, editor, nomination, post, campaign } = await awaiting()
      const by = fault === 'editor' ? editor : fault === 'stranger' ? await scene.stranger() : signatory
      if (fault === 'phase')
        await test.owner.query(`UPDATE campaign SET phase = 'screening' WHERE id = $1`, [campaign.id])
      if (fault === 'cancelled') await cancelVisa(ctx, editor, await scene.seen(nomination.id))
      if (fault === 'cancelled')
        await test.owner.query(`DELETE FROM answer WHERE nomination_id = $1 AND field = 'url'`, [
          nomination.id,
        ])
      const before = await scene.given.trace()
      const result = await submitNomination(ctx, by, {
        ...post,
        ...(fault === 'wrong digest' ? { seenDigest: '0'.repeat(64) } : {}),
        ...(fault === 'absent' ? { nominationId: NOWHERE } : {}),
      })
      expect(result).toMatchObject({
        ok: false,
        reason: {
          'wrong digest': 'dossier-changed',
          editor: 'not-signatory',
          stranger: 'not-found',
          absent: 'not-found',
          phase: 'wrong-phase',
          cancelled: 'incomplete',
        }[fault],
      })
      expect(await scene.given.trace()).toEqual(before)
      expect(await scene.count('dossier_version', 'nomination_id = $1', [nomination.id])).toBe(0)
      expect(await scene.count('idempotency_key', 'key = $1', [post.key])).toBe(0)
    },
  )

  it('lets the deposited version be changed by nobody', async () => {
    const { nomination } = await scene.submitted()
    await expect(
      test.owner.query(`UPDATE dossier_version SET hash = 'x' WHERE nomination_id = $1`, [nomination.id]),
    ).rejects.toThrow(/never change/)
  })
})
