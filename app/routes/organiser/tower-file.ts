import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveBytes } from '#app/http/download.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { towerFile } from '#app/queries/organiser/tower-file.ts'

/** The numbers behind a figure of the control tower, as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { pathname, searchParams } = new URL(args.request.url)
  const figure = pathname.endsWith('/received.csv') ? 'received' : 'progress'
  const category = searchParams.get('category') ?? undefined
  const { name, bytes } = found(await towerFile(args.context.app, actor, { campaignId, figure, category }))
  return serveBytes(bytes, { name, mediaType: 'text/csv; charset=utf-8; header=present' })
}
