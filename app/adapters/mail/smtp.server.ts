import { createTransport } from 'nodemailer'
import type { Delivery, Letter, Mailer } from '#app/services/ports.ts'
import { outcomeOf } from './outcome.ts'

export type SmtpSettings = {
  /** `smtp://user:password@host:port`, or `smtps://` where the line is encrypted from its first byte. */
  readonly url: string
  /** The fixed sender: `Imtiyaz <noreply@…>`. */
  readonly from: string
  /** Where a person reads the answers. */
  readonly replyTo?: string
  readonly timeoutMs?: number
  /** Only for a server whose certificate cannot be checked, such as one on loopback. */
  readonly acceptAnyCertificate?: boolean
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 }

function lineTo(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address)
  const auth =
    username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (DEFAULT_PORTS[protocol] ?? 25) : Number(port),
    secure: protocol === 'smtps:',
    ...auth,
  }
}

/** A line that a header could take for its end; nodemailer folds too, this is the second door (T34). */
const BREAKS = /[\p{Cc}\u2028\u2029]/u
const ADDRESS = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\]{1,253}$/u

function refusal(letter: Letter): string | null {
  if (!ADDRESS.test(letter.to.address)) return 'address-malformed'
  if ([letter.subject, letter.messageId, letter.to.name ?? ''].some((text) => BREAKS.test(text)))
    return 'line-break-in-header'
  return null
}

const asEnvelopeId = (id: string): string => (id.startsWith('<') ? id : `<${id}>`)

/** nodemailer over SMTP. Never throws for what a server or a network does: the outcome says whether to try again. */
export function createSmtpMailer(settings: SmtpSettings): Mailer & { readonly close: () => void } {
  const timeout = settings.timeoutMs ?? 15_000
  const transport = createTransport({
    ...lineTo(settings.url),
    tls: { rejectUnauthorized: settings.acceptAnyCertificate !== true },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const compose = (letter: Letter) => ({
    messageId: asEnvelopeId(letter.messageId),
    from: settings.from,
    to: { name: letter.to.name ?? '', address: letter.to.address },
    ...(settings.replyTo === undefined ? {} : { replyTo: settings.replyTo }),
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    attachments: (letter.pictures ?? []).map(({ cid, mediaType, bytes }) => ({
      cid,
      content: Buffer.from(bytes),
      contentType: mediaType,
      contentDisposition: 'inline' as const,
      filename: false as const,
    })),
    // RFC 3834: nobody's holiday responder should answer the platform.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.locale },
  })
  return {
    send: async (letter): Promise<Delivery> => {
      const reason = refusal(letter)
      if (reason !== null) return { outcome: 'failed', reason }
      try {
        const sent = await transport.sendMail(compose(letter))
        return { outcome: 'sent', response: sent.response.slice(0, 200) }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    close: () => transport.close(),
  }
}
