import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'
import { cancelVisa } from '#app/services/nomination/cancel-visa.ts'
import { requestVisa } from '#app/services/nomination/request-visa.ts'
import { resubmitNomination } from '#app/services/nomination/resubmit-nomination.ts'
import { startNomination } from '#app/services/nomination/start-nomination.ts'
import { submitNomination } from '#app/services/nomination/submit-nomination.ts'
import { withdrawNomination } from '#app/services/nomination/withdraw-nomination.ts'
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

async function door() {
  const campaign = await scene.campaignIn()
  const body = await scene.given.administration()
  const editor = await scene.given.applicant(body.id, 'editor')
  const input = {
    campaignId: campaign.id,
    administrationId: body.id,
    categoryCode: Object.keys(campaign.categories)[0] ?? '',
  }
  return { campaign, body, editor, input }
}

describe('startNomination', () => {
  it('opens a draft, gives the reference and writes its entry', async () => {
    const { editor, input } = await door()
    const result = await startNomination(ctx, editor, input)
    expect(result).toMatchObject({
      ok: true,
      value: { reference: expect.stringMatching(/^EMT-20\d\d-0001$/) },
    })
    const id = result.ok ? result.value.nominationId : ''
    expect(await scene.stateOf(id)).toBe('draft')
    expect(await scene.entriesAbout(id)).toEqual(['nominationStarted'])
    expect(await scene.noticesAbout(id)).toEqual([])
  })

  it('lets no more through than the quota, however many start at once, and repeats no reference', async () => {
    const { editor, input, campaign } = await door()
    const limit = campaign.regulation.participation.perAdministrationAndCategory
    const results = await Promise.all(
      Array.from({ length: limit + 4 }, () => startNomination(ctx, editor, input)),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(limit)
    expect(results.filter((result) => !result.ok && result.reason === 'quota-reached')).toHaveLength(4)
    const { rows } = await test.owner.query('SELECT reference FROM nomination WHERE campaign_id = $1', [
      campaign.id,
    ])
    expect(new Set(rows.map((row) => row.reference)).size).toBe(limit)
  })

  it.each([
    ['stranger', 'not-mandated'],
    ['unapproved', 'administration-not-approved'],
    ['category', 'unknown-category'],
    ['phase', 'wrong-phase'],
    ['late', 'deadline-passed'],
    ['absent', 'not-found'],
  ])('refuses %s with %s and opens nothing', async (fault, reason) => {
    const { editor, input, campaign, body } = await door()
    if (fault === 'unapproved')
      await test.owner.query(`UPDATE administration SET state = 'requested' WHERE id = $1`, [body.id])
    if (fault === 'phase')
      await test.owner.query(`UPDATE campaign SET phase = 'screening' WHERE id = $1`, [campaign.id])
    if (fault === 'late') await test.setNow(campaign.regulation.calendar.nominationsClose)
    const by = fault === 'stranger' ? await scene.stranger() : editor
    const result = await startNomination(ctx, by, {
      ...input,
      ...(fault === 'category' ? { categoryCode: 'none' } : {}),
      ...(fault === 'absent' ? { campaignId: NOWHERE } : {}),
    })
    expect(result).toMatchObject({ ok: false, reason })
    expect(await scene.count('nomination', 'campaign_id = $1', [campaign.id])).toBe(0)
  })
})

describe('two campaigns of one year', () => {
  it('never give the same reference nor the same receipt number', async () => {
    const body = await scene.given.administration()
    const signatory = await scene.given.applicant(body.id)
    const given: { reference: string; receipt: string }[] = []
    for (const day of [1, 2]) {
      const campaign = await scene.given.campaign({ year: 2199 })
      await test.owner.query('UPDATE campaign SET created_at = $2 WHERE id = $1', [
        campaign.id,
        new Date(Date.UTC(2026, 0, day)),
      ])
      const categoryCode = Object.keys(campaign.categories)[0] ?? ''
      const started = await startNomination(ctx, signatory, {
        campaignId: campaign.id,
        administrationId: body.id,
        categoryCode,
      })
      if (!started.ok) throw new Error(started.reason)
      const { nominationId, reference } = started.value
      await scene.fill(nominationId)
      const seenDigest = await scene.digestOf(nominationId)
      const sent = await submitNomination(ctx, signatory, {
        nominationId,
        received: DAY_OF_WORK,
        seenDigest,
        key: newKey(),
      })
      given.push({ reference, receipt: sent.ok ? sent.value.receiptNumber : sent.reason })
    }
    expect(given).toEqual([
      { reference: 'EMT-2199-0001', receipt: 'AR-2199-0001' },
      { reference: 'EMTB-2199-0001', receipt: 'AR-2199-100001' },
    ])
  })
})

describe('the visa', () => {
  it('freezes the dossier, tells the signatories, and is called back', async () => {
    const { editor, nomination } = await scene.stage()
    expect(await requestVisa(ctx, editor, await scene.seen(nomination.id))).toMatchObject({
      ok: true,
      value: { version: 2 },
    })
    expect(await scene.stateOf(nomination.id)).toBe('awaiting_visa')
    expect(await requestVisa(ctx, editor, await scene.seen(nomination.id))).toMatchObject({
      ok: false,
      reason: 'wrong-state',
    })
    expect(await cancelVisa(ctx, editor, await scene.seen(nomination.id))).toMatchObject({
      ok: true,
      value: { version: 3 },
    })
    expect(await scene.stateOf(nomination.id)).toBe('draft')
    expect(await scene.entriesAbout(nomination.id)).toEqual(['visaRequested', 'visaCancelled'])
    expect(await scene.noticesAbout(nomination.id)).toEqual([
      'visa-requested',
      'visa-cancelled',
      'visa-cancelled',
    ])
  })

  it('is asked once by two colleagues at once', async () => {
    const { editor, signatory, nomination } = await scene.stage()
    const seen = await scene.seen(nomination.id)
    const results = await Promise.all([editor, signatory].map((actor) => requestVisa(ctx, actor, seen)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await scene.noticesAbout(nomination.id)).toEqual(['visa-requested'])
  })

  it.each([
    ['requested', requestVisa],
    ['called back', cancelVisa],
    ['withdrawn', withdrawNomination],
    ['taken up again', resubmitNomination],
  ] as const)('is not %s from a page that a colleague made old', async (_, act) => {
    const { editor, signatory, nomination } = await scene.stage()
    const old = await scene.seen(nomination.id)
    await requestVisa(ctx, editor, old)
    await cancelVisa(ctx, editor, await scene.seen(nomination.id))
    const before = await scene.given.trace()
    expect(await act(ctx, signatory, old)).toMatchObject({
      ok: false,
      reason: 'stale-version',
      facts: { version: old.version + 2 },
    })
    expect(await scene.given.trace()).toEqual(before)
  })

  it('names each missing answer of an incomplete dossier and changes nothing', async () => {
    const { editor, nomination } = await scene.stage({ complete: false })
    const result = await requestVisa(ctx, editor, await scene.seen(nomination.id))
    expect(result).toMatchObject({
      ok: false,
      reason: 'incomplete',
      fields: { 'title.ar': 'errors.answer.missing' },
    })
    expect(await scene.stateOf(nomination.id)).toBe('draft')
    expect(await scene.entriesAbout(nomination.id)).toEqual([])
  })

  it.each([
    [-1, null],
    [0, 'deadline-passed'],
    [1, 'deadline-passed'],
  ])('is asked %i ms after the closing: %s', async (late, reason) => {
    const { editor, nomination, closesAt } = await scene.stage()
    await test.setNow(instant(closesAt + late))
    const result = await requestVisa(ctx, editor, await scene.seen(nomination.id))
    expect(result.ok ? null : result.reason).toBe(reason)
    expect(await scene.stateOf(nomination.id)).toBe(reason === null ? 'awaiting_visa' : 'draft')
    expect(await scene.noticesAbout(nomination.id)).toEqual(reason === null ? ['visa-requested'] : [])
  })
})

describe('withdrawing and taking up again', () => {
  it('keeps the deposited version and makes a second one', async () => {
    const { signatory, editor, nomination } = await scene.submitted()
    const id = { nominationId: nomination.id }
    expect(await withdrawNomination(ctx, editor, await scene.seen(nomination.id))).toMatchObject({
      ok: false,
      reason: 'not-signatory',
    })
    expect((await withdrawNomination(ctx, signatory, await scene.seen(nomination.id))).ok).toBe(true)
    expect(await scene.stateOf(nomination.id)).toBe('withdrawn')
    expect((await resubmitNomination(ctx, editor, await scene.seen(nomination.id))).ok).toBe(true)
    expect(await scene.stateOf(nomination.id)).toBe('draft')
    const again = await submitNomination(ctx, signatory, {
      ...id,
      received: DAY_OF_WORK,
      seenDigest: await scene.digestOf(nomination.id),
      key: newKey(),
    })
    expect(again).toMatchObject({ ok: true, value: { version: 2 } })
    const { rows } = await test.owner.query(
      'SELECT number FROM dossier_version WHERE nomination_id = $1 ORDER BY number',
      [nomination.id],
    )
    expect(rows.map((row) => row.number)).toEqual([1, 2])
    expect(await scene.entriesAbout(nomination.id)).toContain('nominationWithdrawn')
    expect(await scene.noticesAbout(nomination.id)).toContain('nomination-withdrawn')
  })

  it('withdraws once when asked twice at once, and never after the closing takes up again', async () => {
    const { signatory, nomination, closesAt } = await scene.submitted()
    const seen = await scene.seen(nomination.id)
    const results = await Promise.all([
      withdrawNomination(ctx, signatory, seen),
      withdrawNomination(ctx, signatory, seen),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    for (const late of [0, 1]) {
      await test.setNow(instant(closesAt + late))
      expect(await resubmitNomination(ctx, signatory, await scene.seen(nomination.id))).toMatchObject({
        ok: false,
        reason: 'deadline-passed',
      })
    }
    expect(await scene.stateOf(nomination.id)).toBe('withdrawn')
    expect(
      await withdrawNomination(ctx, await scene.stranger(), await scene.seen(nomination.id)),
    ).toMatchObject({
      ok: false,
      reason: 'not-found',
    })
    await test.setNow(instant(closesAt - 1))
    expect((await resubmitNomination(ctx, signatory, await scene.seen(nomination.id))).ok).toBe(true)
  })
})
