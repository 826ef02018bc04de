import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { oweNotices } from '#app/adapters/db/notices.ts'
import { inTransaction } from '#app/adapters/db/transaction.server.ts'
import { ok } from '#app/domain/kernel/result.ts'
import { lettersList, type LetterAsk } from '#app/queries/organiser/letters.ts'
import { controlTower } from '#app/queries/organiser/tower.ts'
import { holdLetters } from '#app/services/campaign/hold-letters.ts'
import { releaseLetters } from '#app/services/campaign/release-letters.ts'
import { markNoticesRead } from '#app/services/account/mark-notices-read.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const campaign = await given.campaign({ phase: 'evaluation' })
const organiser = await given.officer('organiser', campaign.id)
const reader = await given.person()
beforeAll(() => test.setNow(GIVEN_OPENING))

const list = async (ask: LetterAsk = {}, campaignId = campaign.id) => {
  const result = await lettersList(ctx, organiser, campaignId, ask)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const owe = (name: string, facts: Record<string, string | number>, to: object = { personId: reader.id }) =>
  inTransaction(ctx.db.office, organiser.personId, async (tx, now) => {
    await oweNotices(
      tx,
      ctx.ids,
      [{ name, to: to as { personId: string }, campaignId: campaign.id, facts }],
      now,
    )
    return ok(true)
  })

describe('the letters of a campaign', () => {
  it('say to whom, of which file and whether it was read; never what they tell', async () => {
    await owe('inadmissible', { reference: 'R-1', nominationId: randomUUID(), reasons: 'kept-between-them' })
    await owe('inadmissible', { reference: 'R-2', nominationId: randomUUID(), reasons: 'kept-between-them' })
    await owe('campaign-opened', { closesAt: 1 }, { email: 'nobody@example.ma', locale: 'fr' })
    await owe('phase-changed', { from: 'screening', to: 'evaluation' })
    const { rows } = await test.owner.query<{ id: string }>(
      `SELECT id FROM notice WHERE facts->>'reference' = 'R-1'`,
    )
    await markNoticesRead(ctx, await given.actor(reader.id), { noticeId: rows[0]!.id })
    const { page, counts } = await list()
    const [{ name } = { name: '' }] = (
      await test.owner.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [reader.id])
    ).rows
    const lines = page.rows.map(({ notice, recipient, reference, readAt, hasAccount, act }) => ({
      ...{ notice, recipient, reference, read: readAt !== null, hasAccount, act },
    }))
    const told = { notice: 'inadmissible', recipient: name, hasAccount: true, act: 'hold' }
    expect(lines).toHaveLength(3)
    expect(lines).toEqual(
      expect.arrayContaining([
        { ...told, reference: 'R-1', read: true },
        { ...told, reference: 'R-2', read: false },
        {
          ...{ notice: 'campaign-opened', recipient: 'nobody@example.ma', reference: null },
          ...{ read: false, hasAccount: false, act: 'hold' },
        },
      ]),
    )
    expect(counts).toEqual({ pending: 3 })
    expect(JSON.stringify(page)).not.toContain('kept-between-them')
  })

  it('do not say which file a juror reads', async () => {
    await owe('sheet-sealed', { reference: 'R-9', sheetId: randomUUID(), version: 1, digest: 'd' })
    const { page } = await list()
    expect(page.rows.find(({ notice }) => notice === 'sheet-sealed')).toMatchObject({ reference: null })
    expect(JSON.stringify(page)).not.toContain('R-9')
  })

  it('say that they are held with their edition, since when, by whom and how many; the tower says it too', async () => {
    const before = await list()
    expect([before.hold, before.mayHold]).toEqual([null, true])
    expect((await holdLetters(ctx, organiser, { campaignId: campaign.id })).ok).toBe(true)
    await owe('invitation-office', { campaign: campaign.id, role: 'auditor', token: 't', expiresAt: 1 })
    const { hold, page } = await list()
    const named = await test.owner.query('SELECT name AS by FROM person WHERE id = $1', [organiser.personId])
    expect(hold).toMatchObject({ ...named.rows[0], since: expect.any(Number) })
    const waiting = page.rows.filter(({ waits }) => waits)
    expect([waiting.length, page.rows.length - waiting.length]).toEqual([hold?.waiting, 1])
    const tower = await controlTower(ctx, organiser, campaign.id, {})
    expect(tower.ok && tower.value.lettersHold).toMatchObject(hold ?? {})
    expect((await releaseLetters(ctx, organiser, { campaignId: campaign.id })).ok).toBe(true)
    const after = await list()
    expect([after.hold, after.page.rows.some(({ waits }) => waits)]).toEqual([null, false])
  })

  it('are open to the organiser and the administrator of the campaign alone', async () => {
    const asked = async (role: 'secretariat' | 'auditor' | 'publisher' | 'administrator') =>
      lettersList(
        ctx,
        await given.officer(role, role === 'administrator' ? undefined : campaign.id),
        campaign.id,
        {},
      )
    for (const role of ['secretariat', 'auditor', 'publisher'] as const)
      expect(await asked(role)).toMatchObject({ ok: false, reason: 'not-found' })
    const seen = await asked('administrator')
    expect(seen.ok && seen.value.page.rows.every(({ act }) => act === null)).toBe(true)
  })

  it('come page by page, newest first, each once, of one state if asked', async () => {
    const many = await given.campaign()
    await given.grant({ person: organiser.personId, role: 'organiser', campaign: many.id })
    const both = await given.actor(organiser.personId)
    await test.owner.query(
      `INSERT INTO outbox (id, notice, email, locale, facts, campaign_id, state, created_at, next_attempt_at)
       SELECT gen_random_uuid(), 'campaign-opened', 'a' || i || '@example.ma', 'fr', '{}', $1,
         CASE WHEN i % 3 = 0 THEN 'held' ELSE 'sent' END, timestamptz '2026-01-05' + i / 4 * interval '1 minute', now()
       FROM generate_series(1, 120) i`,
      [many.id],
    )
    const walk = async (state?: 'held') => {
      const seen: { id: string; createdAt: number }[] = []
      let after: string | undefined
      do {
        const result = await lettersList(ctx, both, many.id, { state, after })
        if (!result.ok) throw new Error(result.reason)
        seen.push(...result.value.page.rows)
        expect(result.value.counts).toEqual({ held: 40, sent: 80 })
        after = result.value.page.next ?? undefined
      } while (after !== undefined)
      expect(seen.map(({ createdAt }) => createdAt)).toEqual(
        seen.map(({ createdAt }) => createdAt).toSorted((a, b) => b - a),
      )
      return new Set(seen.map(({ id }) => id)).size === seen.length ? seen.length : 'twice'
    }
    expect(await walk()).toBe(120)
    expect(await walk('held')).toBe(40)
  })
})
