import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { Readable } from 'node:stream'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { wholeLog } from '#app/queries/exports/log-file.ts'
import { openLog } from '#app/services/audit/open-log.ts'

/** The whole log for the auditor of a campaign, written while it is read: what `verify --log` takes. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { app } = args.context
  const asked = readParams(args.params, { campaignId: 'id' })
  const { campaignId } = found(await openLog(app, actor, asked.campaignId))
  const lines = wholeLog(app.db.office, app.signer.verifierKey, campaignId)
  return new Response(createReadableStreamFromReadable(Readable.from(lines, { objectMode: false })), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="imtiyaz-whole-log.jsonl"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
