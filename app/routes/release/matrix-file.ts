import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { openMatrix } from '#app/services/audit/open-matrix.ts'

/** The pseudonymised matrix of a campaign, for its auditor alone. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { matrix } = found(await openMatrix(args.context.app, actor, campaignId))
  return new Response(JSON.stringify(matrix), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="imtiyaz-matrix.json"',
      'x-content-type-options': 'nosniff',
    },
  })
}
