import type { LoaderFunctionArgs } from '@remix-run/node'
import { readParams } from '#app/http/params.ts'
import { notFound } from '#app/http/respond.server.ts'
import { letterHtml } from '#app/queries/account/mailbox.ts'

/** A letter lives in a box of its own: no script, no form, no frame, nothing from elsewhere. */
const POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, demonstration } = context.app
  const found = await letterHtml(db, demonstration, readParams(params, { id: 'id' }).id)
  if (!found.ok) throw notFound()
  return new Response(found.value, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
