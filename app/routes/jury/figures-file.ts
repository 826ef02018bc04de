import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveBytes } from '#app/http/download.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { chairFiguresFile } from '#app/queries/chair/figures-file.ts'

/** The numbers behind the chair's figures, as CSV: those of the jurors, or with `?figure=` of one figure of the panel. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const figure = new URL(args.request.url).searchParams.get('figure')
  const { name, bytes } = found(await chairFiguresFile(args.context.app, actor, campaignId, figure, locale))
  return serveBytes(bytes, { name, mediaType: 'text/csv; charset=utf-8; header=present' })
}
