import { randomBytes } from 'node:crypto'
import { type Bench, measure, must, ownForm } from './bench.ts'
import { cookieOf } from './load.ts'
import { type Caller, callerOf, repeat, type Sent } from './loop.ts'
import { OWN_LOOP } from './writes.ts'

/** A valid PDF of exactly 100 KiB, different each time so that no file is stored twice. */
function aPdf(): Buffer {
  const head = Buffer.from('%PDF-1.4\n1 0 obj<</Length 101000>>stream\n')
  const tail = Buffer.from('\nendstream endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n')
  const filling = randomBytes(Math.ceil((102_400 - head.length - tail.length) / 2)).toString('hex')
  return Buffer.concat([head, Buffer.from(filling.slice(0, 102_400 - head.length - tail.length)), tail])
}
const multipart = (boundary: string, file: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\nPièce\r\n--${boundary}\r\nContent-Disposition: form-data; name="claim"\r\n\r\nresults\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="piece.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

export type Dossier = { readonly id: string; readonly mailbox: string }
export const hiddenIn = (name: string, body: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''

/** Another PDF as evidence of this dossier. */
export function attach(call: Caller, origin: string, { id, mailbox }: Dossier): Promise<Sent> {
  const boundary = randomBytes(12).toString('hex')
  return call(`/fr/applicant/nominations/${id}/evidence`, {
    method: 'POST',
    headers: {
      ...ownForm(origin, cookieOf(mailbox)),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body: multipart(boundary, aPdf()),
  })
}

/** Dossiers that may be deposited, with their signatory. */
export async function dossiers({ client, loaded }: Pick<Bench, 'client' | 'loaded'>) {
  const found = await client.query<Dossier>(
    `SELECT n.id, split_part(p.email, '@', 1) AS mailbox FROM nomination n JOIN mandate m ON m.administration_id = n.administration_id
     JOIN person p ON p.id = m.person_id WHERE n.campaign_id = $1 AND n.state = 'draft' ORDER BY n.reference`,
    [loaded.open],
  )
  return found.rows
}

/** Upload of the evidence, the visa page with its digest, the visa: three requests, one deposit. */
async function deposit(call: Caller, origin: string, dossier: Dossier): Promise<boolean> {
  const page = `/fr/applicant/nominations/${dossier.id}`
  const headers = ownForm(origin, cookieOf(dossier.mailbox))
  const sent = await attach(call, origin, dossier)
  const { body } = await call(`${page}/visa`, { headers: { cookie: headers.cookie } })
  const fields = {
    digest: hiddenIn('digest', body),
    key: hiddenIn('key', body),
    version: hiddenIn('version', body),
    intent: 'submit',
  }
  const done = await call(`${page}/visa`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields).toString(),
  })
  return sent.status === 303 && done.status === 303
}

/** L7: a distinct nomination each; afterwards each has its frozen version, and that version its file. */
export async function deposits(bench: Bench): Promise<void> {
  const found = await dossiers(bench)
  const deposited = async (): Promise<number> => {
    const stored = await bench.client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM dossier_version v JOIN nomination n ON n.id = v.nomination_id
       WHERE n.campaign_id = $1 AND n.state = 'submitted' AND jsonb_array_length(v.content -> 'evidence') = 1`,
      [bench.loaded.open],
    )
    return stored.rows[0]?.count ?? 0
  }
  const call = callerOf(bench.stack.origin)
  let next = 0
  const of = {
    id: 'L7',
    what: 'deposit: 100 KiB PDF uploaded, visa page read, visa given (hash, fsync); three requests',
    concurrency: 8,
    generator: OWN_LOOP,
    ...must('>= 25 rps, p95 <= 400 ms', ({ rps, p95 }) => rps >= 25 && p95 <= 400),
  }
  await measure(bench, of, async (seconds) => {
    const before = await deposited()
    const sample = await repeat(8, seconds, async () => {
      const one = found[next]
      next += 1
      return one ? deposit(call, bench.stack.origin, one) : null
    })
    const lost = Math.abs((await deposited()) - before - sample.times.length)
    return { ...sample, errors: sample.errors + lost }
  })
}
