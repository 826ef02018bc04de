import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveBytes } from '#app/http/download.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { permittedDocument } from '#app/queries/files/permitted-document.ts'
import { pressDocument } from '#app/services/press-document.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function askedBy(args: LoaderFunctionArgs, id: string) {
  const actor = await requireActor(args)
  const document = UUID.test(id) ? await permittedDocument(args.context.app, actor, id) : null
  if (!document?.ok) throw notFound()
  return document.value
}

/** An official document as PDF, the one that was set first. A public one needs no account. */
export async function loader(args: LoaderFunctionArgs) {
  const id = args.params['id'] ?? ''
  const { app } = args.context
  const open = UUID.test(id) ? await permittedDocument(app, null, id) : null
  const document = open?.ok ? open.value : await askedBy(args, id)
  const pressed = await pressDocument(app, document)
  return serveBytes(pressed.bytes, { name: `${document.number}.pdf`, mediaType: 'application/pdf' })
}
