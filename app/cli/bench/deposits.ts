import { randomBytes } from 'node:crypto'
import { type Bench, must, ownForm, tell } from './bench.ts'
import { cookieOf } from './load.ts'
import { callerOf, repeat } from './loop.ts'

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

/** L7: upload of the evidence, the visa page with its digest, the visa: one whole deposit, a distinct nomination each. */
export async function deposits(bench: Bench): Promise<void> {
  const found = await bench.client.query<{ id: string; mailbox: string }>(
    `SELECT n.id, split_part(p.email, '@', 1) AS mailbox FROM nomination n JOIN mandate m ON m.administration_id = n.administration_id
     JOIN person p ON p.id = m.person_id WHERE n.campaign_id = $1 AND n.state = 'draft' ORDER BY n.reference`,
    [bench.loaded.open],
  )
  const call = callerOf(bench.origin)
  let next = 0
  const figures = await repeat(8, bench.seconds, async () => {
    const one = found.rows[next]
    next += 1
    if (!one) return null
    const page = `/fr/applicant/nominations/${one.id}`
    const headers = ownForm(bench.origin, cookieOf(one.mailbox))
    const boundary = randomBytes(12).toString('hex')
    const type = `multipart/form-data; boundary=${boundary}`
    const sent = await call(`${page}/evidence`, {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body: multipart(boundary, aPdf()),
    })
    const visa = await call(`${page}/visa`, { headers: { cookie: headers.cookie } })
    const hidden = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(visa.body)?.[1] ?? ''
    const body = new URLSearchParams({
      digest: hidden('digest'),
      key: hidden('key'),
      version: hidden('version'),
      intent: 'submit',
    }).toString()
    const done = await call(`${page}/visa`, { method: 'POST', headers, body })
    return sent.status === 303 && done.status === 303
  })
  tell(
    bench,
    {
      id: 'L7',
      what: 'deposit: 100 KiB PDF uploaded, visa page read, visa given (hash, fsync); three requests',
      concurrency: 8,
    },
    figures,
    must('>= 25 rps, p95 <= 400 ms', ({ rps, p95 }) => rps >= 25 && p95 <= 400),
  )
}
