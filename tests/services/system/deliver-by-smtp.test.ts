import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, it } from 'vitest'
import { createSmtpMailer } from '#app/adapters/mail/smtp.server.ts'
import { deliverNotice } from '#app/services/system/deliver-notice.ts'
import { testContext } from '#tests/support/context.ts'
import { cutLines } from '#tests/support/cut-lines.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const received: { to: string; mail: string }[] = []
let isFalling = true
const server: SMTPServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, session, done) => {
    if (isFalling) return void stream.once('data', () => cutLines(server))
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join()
      received.push({ to, mail: Buffer.concat(parts).toString('utf8') })
      done()
    })
  },
})
server.on('error', () => undefined)
afterAll(() => void server.close())

it('brings a row of the outbox to its reader by SMTP, once, also when the server fell in the middle of it', async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.server.address() as AddressInfo
  const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Imtiyaz <noreply@example.ma>' })
  const test = await testDb()
  const ctx = await testContext(test, { mailer })
  const person = await createGiven(test).person({ name: 'سلمى الإدريسي', locale: 'ar' })
  const { rows } = await test.owner.query<{ id: string }>(
    `INSERT INTO outbox (id, notice, person_id, email, locale, facts, state, created_at, next_attempt_at)
     VALUES (gen_random_uuid(), 'reset-password', $1, $2, 'ar', $3, 'pending', now(), now()) RETURNING id`,
    [person.id, person.email, { token: 'token-of-the-link', expiresAt: Date.UTC(2026, 10, 24) }],
  )
  const id = rows[0]!.id
  const row = async () => (await test.owner.query('SELECT * FROM outbox WHERE id = $1', [id])).rows[0]

  expect(await deliverNotice(ctx, id)).toBe('later')
  expect(await row()).toMatchObject({ state: 'pending', attempts: 1, sent_at: null })
  expect(received).toEqual([])

  isFalling = false
  await test.owner.query('UPDATE outbox SET next_attempt_at = now() WHERE id = $1', [id])
  expect(await deliverNotice(ctx, id)).toBe('sent')
  expect(await deliverNotice(ctx, id)).toBe('none')
  expect(received).toHaveLength(1)
  const [{ to, mail } = { to: '', mail: '' }] = received
  expect(to).toBe(person.email)
  expect(mail).toContain(`Message-ID: <${id}@127.0.0.1>`)
  expect(mail).toMatch(/^Subject: =\?UTF-8\?/m)
  // The link stands whole in the part that is encoded; the token is then forgotten here.
  const parts = mail.split(/\r\n\r\n/).map((part) => Buffer.from(part, 'base64').toString('utf8') + part)
  expect(parts.join().replace(/=\r\n/g, '').replaceAll('=3D', '=')).toContain('?token=token-of-the-link')
  expect(JSON.stringify(await row())).not.toContain('token-of-the-link')
  expect(await row()).toMatchObject({ state: 'sent' })
  mailer.close()
})
