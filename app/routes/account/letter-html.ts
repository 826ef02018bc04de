import type { LoaderFunctionArgs } from '@remix-run/node'
import { letterPage } from '#app/http/letter-page.server.ts'
import { readParams } from '#app/http/params.ts'
import { notFound } from '#app/http/respond.server.ts'
import { letterHtml } from '#app/queries/account/mailbox.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, demonstration } = context.app
  const found = await letterHtml(db, demonstration, readParams(params, { id: 'id' }).id)
  if (!found.ok) throw notFound()
  return letterPage(found.value)
}
