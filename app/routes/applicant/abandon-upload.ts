import type { ActionFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { respond } from '#app/http/respond.server.ts'
import { abandonUpload } from '#app/services/nomination/abandon-upload.ts'

/** Gives up a file that waits for its other parts; with and without script. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const which = readParams(args.params, { nominationId: 'id', uploadId: 'id' })
  return respond(await abandonUpload(args.context.app, actor, which), {
    to: paths.nominationEvidence(localeOf(args.params), which.nominationId),
    flash: 'nomination.flash.abandoned',
  })
}
