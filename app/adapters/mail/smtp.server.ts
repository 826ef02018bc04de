import { createTransport } from 'nodemailer'
import type { Delivery, Letter, Mailer } from '#app/services/ports.ts'
import { outcomeOf } from './outcome.ts'

export type SmtpSettings = {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly user: string | null
  readonly password: string | null
  /** The fixed sender; replies go to `replyTo`, which a person reads. */
  readonly from: { readonly name: string; readonly address: string }
  readonly replyTo: string | null
  readonly timeoutMs?: number
  /** Only for a server whose certificate cannot be checked, such as one on loopback. */
  readonly acceptAnyCertificate?: boolean
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
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    ...(settings.user === null ? {} : { auth: { user: settings.user, pass: settings.password ?? '' } }),
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
    ...(settings.replyTo === null ? {} : { replyTo: settings.replyTo }),
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
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
