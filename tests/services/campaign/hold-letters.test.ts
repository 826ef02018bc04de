import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { claimLetter, loadDueLetters, storeUndelivered } from '#app/adapters/db/outbox.ts'
import { holdLetter } from '#app/services/campaign/hold-letter.ts'
import { holdLetters } from '#app/services/campaign/hold-letters.ts'
import { releaseLetters } from '#app/services/campaign/release-letters.ts'
import { sendLetterAgain } from '#app/services/campaign/send-letter-again.ts'
import { deliverNotice } from '#app/services/system/deliver-notice.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const ctx = await testContext(test)
const given = createGiven(test)

async function edition() {
  const { id: campaignId } = await given.campaign()
  const organiser = await given.officer('organiser', campaignId)
  const owe = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const id = randomUUID()
    const at = new Date('2026-01-05T09:00:00Z')
    await given.insert('outbox', {
      ...{ id, notice: 'published', email: 'salma@example.ma', locale: 'fr', campaign_id: campaignId },
      ...{ facts: { campaign: campaignId }, state: 'pending', created_at: at, next_attempt_at: at },
      ...changes,
    })
    return id
  }
  const rows = async (sql: string): Promise<unknown[]> => (await test.owner.query(sql, [campaignId])).rows
  return {
    ...{ campaignId, organiser, owe },
    hold: (by = organiser) => holdLetters(ctx, by, { campaignId }),
    release: (by = organiser) => releaseLetters(ctx, by, { campaignId }),
    again: (letterId: string, by = organiser) => sendLetterAgain(ctx, by, { campaignId, letterId }),
    entries: () =>
      rows('SELECT act, actor_id, subject_id, facts FROM audit_entry WHERE campaign_id = $1 ORDER BY id'),
    holds: () =>
      rows('SELECT held_by, released_by FROM letter_hold WHERE campaign_id = $1 ORDER BY held_at, id'),
  }
}
const row = async (id: string) => (await test.owner.query('SELECT * FROM outbox WHERE id = $1', [id])).rows[0]
const due = () => loadDueLetters(ctx.db.office, 500)

describe('the letters of an edition', () => {
  it('wait from the switch on, those that come after it too, and go when they are let go', async () => {
    const { owe, hold, release, entries, holds, organiser, campaignId } = await edition()
    const before = await owe()
    expect((await hold()).ok).toBe(true)
    const after = await owe()
    for (const id of [before, after]) {
      expect(await due()).not.toContain(id)
      expect(await deliverNotice(ctx, id)).toBe('none')
      expect(await row(id)).toMatchObject({ state: 'pending', attempts: 0 })
    }
    expect((await release()).ok).toBe(true)
    expect(await due()).toEqual(expect.arrayContaining([before, after]))
    for (const id of [before, after]) expect(await deliverNotice(ctx, id)).toBe('sent')
    const trace = { actor_id: organiser.personId, subject_id: campaignId }
    expect(await entries()).toEqual([
      { act: 'lettersHeld', ...trace, facts: { waiting: 1 } },
      { act: 'lettersReleased', ...trace, facts: { waiting: 2 } },
    ])
    expect(await holds()).toEqual([{ held_by: organiser.personId, released_by: organiser.personId }])
    expect((await hold()).ok).toBe(true)
    expect(await holds()).toHaveLength(2)
  })

  it('leave all the same when they guard an account or carry a link that expires, and in another edition', async () => {
    const { owe, hold } = await edition()
    const other = await edition()
    expect((await hold()).ok).toBe(true)
    const facts = { campaign: randomUUID(), seat: randomUUID(), token: 't', expiresAt: 1 }
    const alert = await owe({ notice: 'security-alert', facts: { event: 'signed-in-elsewhere', at: 1 } })
    const ids = [alert, await owe({ notice: 'invitation-seat', facts }), await other.owe()]
    expect(await due()).toEqual(expect.arrayContaining(ids))
    for (const id of ids) expect(await claimLetter(ctx.db.office, id)).toMatchObject({ id })
  })

  it('stay when each is held by itself', async () => {
    const { owe, hold, release, organiser, campaignId } = await edition()
    const letterId = await owe()
    expect((await hold()).ok).toBe(true)
    expect((await holdLetter(ctx, organiser, { campaignId, letterId })).ok).toBe(true)
    expect((await release()).ok).toBe(true)
    expect(await row(letterId)).toMatchObject({ state: 'held' })
    expect(await due()).not.toContain(letterId)
  })
})

describe('the switch is refused, and nothing changes', () => {
  it('when it stands so already', async () => {
    const { hold, release, entries, holds } = await edition()
    expect(await release()).toMatchObject({ ok: false, reason: 'letters-not-held' })
    expect((await hold()).ok).toBe(true)
    expect(await hold()).toMatchObject({ ok: false, reason: 'letters-already-held' })
    expect([await entries(), await holds()].map(({ length }) => length)).toEqual([1, 1])
  })

  it('to other hands and of another edition: it is not there', async () => {
    const { hold, release, again, owe, entries, campaignId } = await edition()
    const failed = await owe({ state: 'failed', attempts: 40 })
    const stranger = (await edition()).organiser
    for (const role of ['secretariat', 'auditor', 'publisher', 'administrator'] as const) {
      const hand = await given.officer(role, role === 'administrator' ? undefined : campaignId)
      for (const act of [hold, release])
        expect(await act(hand)).toMatchObject({ ok: false, reason: 'not-found' })
      expect(await again(failed, hand)).toMatchObject({ ok: false, reason: 'not-found' })
    }
    for (const act of [hold, release])
      expect(await act(stranger)).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await again(failed, stranger)).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await entries()).toEqual([])
    expect(await row(failed)).toMatchObject({ state: 'failed', attempts: 40 })
  })
})

describe('the switch and others at once', () => {
  it('hold and let go once', async () => {
    const { hold, release, entries } = await edition()
    for (const [act, reason] of [
      [hold, 'letters-already-held'],
      [release, 'letters-not-held'],
    ] as const) {
      const twice = await Promise.all([act(), act()])
      expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
      expect(twice.find(({ ok }) => !ok)).toMatchObject({ reason })
    }
    expect(await entries()).toHaveLength(2)
  })

  it('a claim that comes while the switch is not yet committed waits for it, and finds the letter held', async () => {
    const { owe, campaignId, organiser } = await edition()
    const id = await owe()
    await test.owner.query('BEGIN')
    await test.owner.query('SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE', [campaignId])
    const claimed = claimLetter(ctx.db.office, id)
    await wait(50)
    await test.owner.query(
      'INSERT INTO letter_hold (id, campaign_id, held_by, held_at) VALUES ($1, $2, $3, now())',
      [...[randomUUID(), campaignId, organiser.personId]],
    )
    await test.owner.query('COMMIT')
    expect(await claimed).toBeNull()
    expect(await row(id)).toMatchObject({ state: 'pending', attempts: 0 })
  })

  it('a switch waits for a claim that came first: the letter leaves, and does not count among those that wait', async () => {
    const { owe, hold, campaignId, entries } = await edition()
    const id = await owe()
    await test.owner.query('BEGIN')
    await test.owner.query('SELECT 1 FROM campaign WHERE id = $1 FOR KEY SHARE', [campaignId])
    const held = hold()
    await wait(50)
    await test.owner.query('UPDATE outbox SET attempts = attempts + 1, last_error = NULL WHERE id = $1', [id])
    await test.owner.query('COMMIT')
    expect((await held).ok).toBe(true)
    expect(await entries()).toMatchObject([{ facts: { waiting: 0 } }])
  })
})

describe('a letter that failed', () => {
  it('is sent again with all its attempts, to the address its account has now', async () => {
    const { owe, again, organiser, entries } = await edition()
    const { id: personId, email } = await given.person()
    const id = await owe({
      person_id: personId,
      state: 'failed',
      attempts: 40,
      last_error: '550 no such user',
    })
    expect((await again(id)).ok).toBe(true)
    expect(await row(id)).toMatchObject({ state: 'pending', attempts: 0, last_error: null, email })
    expect(await deliverNotice(ctx, id)).toBe('sent')
    expect(ctx.mailer.letters.filter(({ messageId }) => messageId.includes(id))).toHaveLength(1)
    expect(await entries()).toEqual([
      ...[
        {
          act: 'letterSentAgain',
          actor_id: organiser.personId,
          subject_id: id,
          facts: { notice: 'published' },
        },
      ],
    ])
  })

  it('waits with the others while the letters of its edition are held', async () => {
    const { owe, again, hold } = await edition()
    const id = await owe()
    await claimLetter(ctx.db.office, id)
    await storeUndelivered(ctx.db.office, id, '550 no such user', true)
    expect((await hold()).ok).toBe(true)
    expect((await again(id)).ok).toBe(true)
    expect(await deliverNotice(ctx, id)).toBe('none')
  })

  it('is refused in any other state, with a link that expires, and once it was sent again', async () => {
    const { owe, again, entries } = await edition()
    const invitation = { notice: 'invitation-seat', state: 'failed' }
    const cases = [
      [await owe(), 'letter-not-failed'],
      [await owe({ state: 'held' }), 'letter-not-failed'],
      [await owe({ state: 'sent' }), 'letter-not-failed'],
      [await owe(invitation), 'letter-link-expires'],
    ] as const
    for (const [id, reason] of cases) {
      const before = await row(id)
      expect(await again(id)).toMatchObject({ ok: false, reason })
      expect(await row(id)).toEqual(before)
    }
    const failed = await owe({ state: 'failed' })
    const twice = await Promise.all([again(failed), again(failed)])
    expect(twice.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ reason: 'letter-not-failed' })
    expect(await entries()).toHaveLength(1)
  })
})
