import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { Readable } from 'node:stream'
import { publicLog } from '#app/queries/exports/log-file.ts'

/** The public log as JSON lines, written while it is read: the form that the verifier takes. */
export function loader({ context: { app } }: LoaderFunctionArgs) {
  const lines = Readable.from(publicLog(app.db.public, app.signer.verifierKey), { objectMode: false })
  return new Response(createReadableStreamFromReadable(lines), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="imtiyaz-log.jsonl"',
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
