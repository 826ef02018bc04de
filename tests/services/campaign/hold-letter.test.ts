import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { claimLetter, loadDueLetters, storeUndelivered } from '#app/adapters/db/outbox.ts'
import { holdLetter } from '#app/services/campaign/hold-letter.ts'
import { releaseLetter } from '#app/services/campaign/release-letter.ts'
import { deliverNotice } from '#app/services/system/deliver-notice.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const ctx = await testContext(test)
const given = createGiven(test)
const campaign = await given.campaign()
const other = await given.campaign()
const organiser = await given.officer('organiser', campaign.id)

async function owe(changes: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID()
  const at = new Date('2026-01-05T09:00:00Z')
  await given.insert('outbox', {
    ...{ id, notice: 'published', email: 'salma@example.ma', locale: 'fr', campaign_id: campaign.id },
    ...{ facts: { campaign: campaign.id }, state: 'pending', created_at: at, next_attempt_at: at },
    ...changes,
  })
  return id
}
const row = async (id: string) => (await test.owner.query('SELECT * FROM outbox WHERE id = $1', [id])).rows[0]
const of = (letterId: string, campaignId = campaign.id) => ({ campaignId, letterId })
const entriesOf = async (id: string): Promise<unknown[]> =>
  (
    await test.owner.query(
      'SELECT act, actor_id, campaign_id, facts FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [id],
    )
  ).rows

describe('a letter that is held', () => {
  it('does not leave until it is released; both acts are in the trail', async () => {
    const id = await owe()
    expect((await holdLetter(ctx, organiser, of(id))).ok).toBe(true)
    expect(await loadDueLetters(ctx.db.office, 50)).not.toContain(id)
    expect(await deliverNotice(ctx, id)).toBe('none')
    expect(await row(id)).toMatchObject({ state: 'held', attempts: 0, sent_at: null })
    expect((await releaseLetter(ctx, organiser, of(id))).ok).toBe(true)
    expect(await deliverNotice(ctx, id)).toBe('sent')
    const trace = { actor_id: organiser.personId, campaign_id: campaign.id, facts: { notice: 'published' } }
    expect(await entriesOf(id)).toEqual([
      { act: 'letterHeld', ...trace },
      { act: 'letterReleased', ...trace },
    ])
  })

  it('may have been tried in vain before; released, it is due at once', async () => {
    const id = await owe()
    await claimLetter(ctx.db.office, id)
    await storeUndelivered(ctx.db.office, id, '451 try later', false)
    expect((await holdLetter(ctx, organiser, of(id))).ok).toBe(true)
    expect((await releaseLetter(ctx, organiser, of(id))).ok).toBe(true)
    expect(await loadDueLetters(ctx.db.office, 50)).toContain(id)
  })
})

describe('refused, nothing changes', () => {
  it('by the state of the letter', async () => {
    const leaving = await owe()
    await claimLetter(ctx.db.office, leaving)
    const cases = [
      [await owe({ state: 'sent' }), 'letter-already-sent', 'letter-already-sent'],
      [await owe({ state: 'failed' }), 'letter-failed', 'letter-not-held'],
      [await owe({ notice: 'invitation-seat' }), 'letter-never-held', 'letter-not-held'],
      [leaving, 'letter-leaving', 'letter-not-held'],
    ] as const
    for (const [id, held, released] of cases) {
      const before = await row(id)
      expect(await holdLetter(ctx, organiser, of(id))).toMatchObject({ ok: false, reason: held })
      expect(await releaseLetter(ctx, organiser, of(id))).toMatchObject({ ok: false, reason: released })
      expect(await row(id)).toEqual(before)
      expect(await entriesOf(id)).toEqual([])
    }
  })

  it('by the person and the campaign: elsewhere it is not there', async () => {
    const id = await owe()
    for (const role of ['secretariat', 'auditor', 'publisher'] as const)
      expect(await holdLetter(ctx, await given.officer(role, campaign.id), of(id))).toMatchObject({
        ok: false,
      })
    const stranger = await given.officer('organiser', other.id)
    expect(await holdLetter(ctx, stranger, of(id))).toMatchObject({ reason: 'not-found' })
    expect(await holdLetter(ctx, stranger, of(id, other.id))).toMatchObject({ reason: 'not-found' })
    expect(await holdLetter(ctx, organiser, of(id, randomUUID()))).toMatchObject({ reason: 'not-found' })
    expect(await row(id)).toMatchObject({ state: 'pending' })
    expect(await entriesOf(id)).toEqual([])
  })
})

describe('two at once', () => {
  it('hold a letter once', async () => {
    const id = await owe()
    const twice = await Promise.all([1, 2].map(() => holdLetter(ctx, organiser, of(id))))
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ reason: 'letter-already-held' })
    expect(await entriesOf(id)).toHaveLength(1)
  })

  it('a worker and an organiser: the letter leaves or is held, never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await owe()
      const acts = [() => deliverNotice(ctx, id), () => holdLetter(ctx, organiser, of(id))] as const
      const [delivered, held] =
        round % 2 === 0
          ? await Promise.all([acts[0](), acts[1]()])
          : (await Promise.all([acts[1](), acts[0]()])).toReversed()
      const isHeld = (held as { ok: boolean }).ok
      expect(delivered).toBe(isHeld ? 'none' : 'sent')
      expect(await row(id)).toMatchObject({ state: isHeld ? 'held' : 'sent' })
      expect(await entriesOf(id)).toHaveLength(isHeld ? 1 : 0)
      const sent = ctx.mailer.letters.filter(({ messageId }) => messageId.includes(id))
      expect(sent).toHaveLength(isHeld ? 0 : 1)
    }
  })

  it('a claim that is not yet committed makes the hold wait, and then it hears that the letter leaves', async () => {
    const id = await owe()
    await test.owner.query('BEGIN')
    await test.owner.query('UPDATE outbox SET attempts = attempts + 1, last_error = NULL WHERE id = $1', [id])
    const pending = holdLetter(ctx, organiser, of(id))
    await wait(50)
    await test.owner.query('COMMIT')
    expect(await pending).toMatchObject({ ok: false, reason: 'letter-leaving' })
  })
})
