import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveFile } from '#app/http/download.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { permittedFile } from '#app/queries/files/permitted-file.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A file of a dossier, to those who may read it, as an attachment. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const id = args.params['id'] ?? ''
  if (!UUID.test(id)) throw notFound()
  const file = await permittedFile(args.context.app, actor, id)
  if (!file.ok) throw notFound()
  return serveFile(args.context.app.files, file.value)
}
