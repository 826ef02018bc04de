import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryMailer } from '#app/adapters/mail/memory.ts'
import { createSmtpMailer } from '#app/adapters/mail/smtp.server.ts'
import type { Letter } from '#app/services/ports.ts'
import { cutLines } from '#tests/support/cut-lines.ts'

const letter: Letter = {
  messageId: '0192-outbox-row@imtiyaz.example.ma',
  to: { address: 'salma@example.ma', name: 'سلمى الإدريسي' },
  locale: 'ar',
  subject: 'توصلنا بترشيحكم: EMT-2026-0117',
  html: '<!doctype html><p dir="rtl">توصلنا</p>',
  text: 'توصلنا بترشيحكم\nسطر ثانٍ',
}
const closers: (() => void)[] = []
afterEach(() => closers.splice(0).forEach((close) => close()))

const coded = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
const listening = (server: { listen: (port: number, host: string, ready: () => void) => unknown }) =>
  new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))

const mailerOn = (port: number, timeoutMs = 15_000) => {
  const mailer = createSmtpMailer({
    url: `smtp://127.0.0.1:${port}`,
    timeoutMs,
    acceptAnyCertificate: true,
    from: 'Imtiyaz <noreply@example.ma>',
    replyTo: 'secretariat@example.ma',
  })
  closers.push(mailer.close)
  return mailer
}

async function sink(options: SMTPServerOptions = {}) {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(
          `${session.envelope.rcptTo.map((to) => to.address).join()}\n${Buffer.concat(parts).toString('utf8')}`,
        )
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await listening(server)
  closers.push(() => server.close())
  const cut = (): void => cutLines(server)
  return { mailer: mailerOn((server.server.address() as AddressInfo).port), received, cut }
}

describe('a letter that arrives', () => {
  it('is sent once, with the Message-ID given, one header of each kind and both parts', async () => {
    const { mailer, received } = await sink()
    expect(await mailer.send(letter)).toMatchObject({ outcome: 'sent' })
    const [mail = ''] = received
    expect(received).toHaveLength(1)
    expect(mail.split('\n')[0]).toBe('salma@example.ma')
    expect(mail).toContain('Message-ID: <0192-outbox-row@imtiyaz.example.ma>')
    for (const header of ['From', 'To', 'Subject', 'Message-ID', 'Reply-To', 'Auto-Submitted']) {
      expect(mail.match(new RegExp(`^${header}:`, 'gim')), header).toHaveLength(1)
    }
    expect(mail).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(mail).toContain('Content-Type: text/plain')
    expect(mail).toContain('Content-Type: text/html')
  })

  it('carries the picture that its HTML shows, inside the letter', async () => {
    const { mailer, received } = await sink()
    const picture = {
      cid: 'mark@imtiyaz',
      mediaType: 'image/png',
      bytes: Uint8Array.of(137, 80, 78, 71),
    } as const
    await mailer.send({ ...letter, html: '<img src="cid:mark@imtiyaz" alt="x">', pictures: [picture] })
    const [mail = ''] = received
    expect(mail).toContain('Content-Type: multipart/related')
    expect(mail).toContain('Content-ID: <mark@imtiyaz>')
    expect(mail).toContain('Content-Disposition: inline')
    expect(mail).toMatch(/Content-Type: image\/png[^]*iVBORw==/)
    expect(mail).not.toContain('filename')
  })

  it('keeps the same Message-ID when it is sent again', async () => {
    const { mailer, received } = await sink()
    await mailer.send(letter)
    await mailer.send(letter)
    const ids = received.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]?.trim())
    expect(ids).toEqual([`<${letter.messageId}>`, `<${letter.messageId}>`])
  })

  it('waits for a slow server', async () => {
    const { mailer } = await sink({ onRcptTo: (_, __, done) => void setTimeout(done, 400) })
    expect(await mailer.send(letter)).toMatchObject({ outcome: 'sent' })
  })
})

describe('a letter that does not', () => {
  it.each([550, 553, 554])('has failed for good when the address is answered %i', async (status) => {
    const { mailer } = await sink({ onRcptTo: (_, __, done) => done(coded(status, 'no such user')) })
    expect(await mailer.send(letter)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining(String(status)),
    })
  })

  it.each([421, 450, 451, 452])('is to be tried again after %i', async (status) => {
    const { mailer } = await sink({ onRcptTo: (_, __, done) => done(coded(status, 'later')) })
    expect(await mailer.send(letter)).toMatchObject({ outcome: 'retry' })
  })

  it('has failed when the content is refused with 554, and waits when it is deferred with 451', async () => {
    const answering = (status: number) =>
      sink({
        onData: (stream, _, done) => {
          stream.resume()
          stream.on('end', () => done(coded(status, 'content')))
        },
      })
    expect(await (await answering(554)).mailer.send(letter)).toMatchObject({ outcome: 'failed' })
    expect(await (await answering(451)).mailer.send(letter)).toMatchObject({ outcome: 'retry' })
  })

  it('is to be tried again when the line is cut after DATA, before the answer', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      let inside = false
      socket.write('220 sink\r\n')
      socket.on('data', (bytes) => {
        const text = bytes.toString('latin1')
        if (inside) return text.includes('\r\n.\r\n') ? void socket.destroy() : undefined
        if (text.startsWith('DATA')) inside = true
        return void socket.write(text.startsWith('DATA') ? '354 go\r\n' : '250 ok\r\n')
      })
    })
    await listening(server)
    closers.push(() => server.close())
    const { port } = server.address() as AddressInfo
    expect(await mailerOn(port).send(letter)).toMatchObject({ outcome: 'retry' })
  })

  it('is to be tried again when the server cuts the line inside DATA, and has not arrived', async () => {
    const { mailer, received, cut } = await sink({
      onData: (stream) => void stream.once('data', () => cut()).on('end', () => received.push('whole')),
    })
    const long = { ...letter, text: `${'توصلنا بترشيحكم '.repeat(60)}\n`.repeat(400) }
    expect(await mailer.send(long)).toMatchObject({ outcome: 'retry' })
    expect(received).toEqual([])
  })

  it('is to be tried again when nobody listens, when the greeting never comes, when sign-in is refused', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined))
    await listening(silent)
    const { port } = silent.address() as AddressInfo
    expect(await mailerOn(port, 300).send(letter)).toMatchObject({ outcome: 'retry' })
    await new Promise((resolve) => silent.close(resolve))
    expect(await mailerOn(port).send(letter)).toMatchObject({ outcome: 'retry' })
  })

  it('is refused before any connection when an address or a header is malformed', async () => {
    const { mailer, received } = await sink()
    const bad: Letter[] = [
      { ...letter, subject: 'x\r\nBcc: all@example.ma' },
      { ...letter, messageId: 'a\nb@c' },
      { ...letter, to: { address: 'a@b.ma', name: 'x\r\nBcc: y@z.ma' } },
      ...['a@b.ma, c@d.ma', 'a@b.ma\r\nX: y', '<a@b.ma>', 'a b@c.ma', 'a', '@b', 'a@', ''].map((address) => ({
        ...letter,
        to: { address, name: null },
      })),
    ]
    for (const one of bad)
      expect(await mailer.send(one), JSON.stringify(one.to)).toMatchObject({ outcome: 'failed' })
    expect(received).toEqual([])
  })
})

it('keeps letters in memory and answers as told', async () => {
  const mailer = createMemoryMailer()
  mailer.answerWith({ outcome: 'retry', reason: 'later' })
  expect(await mailer.send(letter)).toEqual({ outcome: 'retry', reason: 'later' })
  expect(await mailer.send(letter)).toMatchObject({ outcome: 'sent' })
  expect(mailer.letters).toEqual([letter])
})
