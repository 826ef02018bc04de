import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { receiptFile, sheetReceipt } from '#app/queries/jury/sheet-receipt.ts'

/** The receipt of one's own sealed sheet as a file, for the juror alone. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  const { app } = args.context
  const receipt = found(await sheetReceipt(app, actor, sheetId))
  return new Response(receiptFile(receipt, app.signer.verifierKey), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="imtiyaz-${receipt.reference}-${receipt.commitment.slice(0, 12)}.json"`,
      'x-content-type-options': 'nosniff',
    },
  })
}
