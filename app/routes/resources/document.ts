import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveBytes } from '#app/http/download.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { permittedDocument } from '#app/queries/files/permitted-document.ts'
import { pressDocument } from '#app/services/system/press-document.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An official document as PDF, pressed from its stored record: the same record gives the same bytes. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const id = args.params['id'] ?? ''
  if (!UUID.test(id)) throw notFound()
  const document = await permittedDocument(args.context.app, actor, id)
  if (!document.ok) throw notFound()
  const pressed = await pressDocument(args.context.app, document.value)
  return serveBytes(pressed.bytes, { name: `${document.value.number}.pdf`, mediaType: 'application/pdf' })
}
