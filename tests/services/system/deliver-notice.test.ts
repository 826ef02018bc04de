import { beforeAll, describe, expect, it } from 'vitest'
import { loadDueLetters } from '#app/adapters/db/outbox.ts'
import { deliverNotice } from '#app/services/system/deliver-notice.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: TestContext
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})

async function owe(notice: string, facts: object = {}): Promise<string> {
  const { rows } = await test.owner.query<{ id: string }>(
    `INSERT INTO outbox (id, notice, email, locale, facts, state, created_at, next_attempt_at)
     VALUES (gen_random_uuid(), $1, 'salma@example.ma', 'fr', $2, 'pending', now(), now()) RETURNING id`,
    [notice, JSON.stringify(facts)],
  )
  return rows[0]?.id ?? ''
}
const row = async (id: string) => (await test.owner.query('SELECT * FROM outbox WHERE id = $1', [id])).rows[0]

describe('delivering a notice', () => {
  it('sends the letter once, with a Message-ID of its own, a link to its page, and forgets the token', async () => {
    const id = await owe('reset-password', {
      token: 'secret-token-of-the-link',
      expiresAt: Date.UTC(2026, 10, 24),
    })
    expect(await deliverNotice(ctx, id)).toBe('sent')
    expect(await deliverNotice(ctx, id)).toBe('none')
    const [letter] = ctx.mailer.letters
    expect(letter?.messageId).toBe(`<${id}@127.0.0.1>`)
    expect(letter?.text).toContain(
      'http://127.0.0.1:3000/fr/account/reset-password?token=secret-token-of-the-link',
    )
    expect(await row(id)).toMatchObject({ state: 'sent', facts: { expiresAt: Date.UTC(2026, 10, 24) } })
    expect(JSON.stringify(await row(id))).not.toContain('secret-token')
  })

  it('lets one of many workers take it', async () => {
    const id = await owe('account-disabled', { at: Date.UTC(2026, 10, 24) })
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => deliverNotice(ctx, id)))
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1)
  })

  it('tries again later when the mail server is away, and shows what failed for good', async () => {
    ctx.mailer.answerWith({ outcome: 'retry', reason: '451 try later' })
    const waiting = await owe('account-disabled', { at: 1 })
    expect(await deliverNotice(ctx, waiting)).toBe('later')
    expect(await row(waiting)).toMatchObject({ state: 'pending', attempts: 1, last_error: '451 try later' })
    expect(await loadDueLetters(ctx.db.office, 50)).not.toContain(waiting)
    ctx.mailer.answerWith({ outcome: 'failed', reason: '550 no such box' })
    const refused = await owe('account-disabled', { at: 1 })
    expect(await deliverNotice(ctx, refused)).toBe('failed')
    expect(await row(refused)).toMatchObject({ state: 'failed', last_error: '550 no such box' })
  })
})
