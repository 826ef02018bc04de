import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveBytes } from '#app/http/download.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { askedWeights } from '#app/queries/organiser/asked-weights.ts'
import { simulationFile } from '#app/queries/organiser/simulation-file.ts'

/** The numbers behind the weight simulation, as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId, code } = readParams(args.params, { campaignId: 'id', code: 'code' })
  const typed = askedWeights(new URL(args.request.url).searchParams)
  const { name, bytes } = found(await simulationFile(args.context.app, actor, { campaignId, code, typed }))
  return serveBytes(bytes, { name, mediaType: 'text/csv; charset=utf-8; header=present' })
}
