import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveBytes } from '#app/http/download.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { complaintFiguresFile } from '#app/queries/secretariat/complaint-figures-file.ts'

/** The complaints of an edition in figures, as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { name, bytes } = found(await complaintFiguresFile(args.context.app, actor, campaignId))
  return serveBytes(bytes, { name, mediaType: 'text/csv; charset=utf-8; header=present' })
}
