import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveBytes } from '#app/http/download.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { roomFigures } from '#app/queries/deliberation/room-figures.ts'

/** The numbers behind the figures of the room, as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  const item = new URL(args.request.url).searchParams.get('item')
  const { name, bytes } = found(await roomFigures(args.context.app, actor, sessionId, item, locale))
  return serveBytes(bytes, { name, mediaType: 'text/csv; charset=utf-8; header=present' })
}
