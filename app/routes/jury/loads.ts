import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { serveBytes } from '#app/http/download.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { assignmentPage } from '#app/queries/jury/assignment-page.ts'

/** The loads of the jury as CSV: the figure of the assignment page, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { app } = args.context
  const { readers } = found(await assignmentPage(app, actor, { campaignId, after: null }))
  const rows = readers.map(({ name, load, added, loadLimit }) => [name, load, added, loadLimit])
  const parts: Uint8Array[] = []
  for await (const part of app.workbook.csv(['juror', 'files', 'proposed', 'limit'], rows)) parts.push(part)
  return serveBytes(Buffer.concat(parts), { name: 'loads.csv', mediaType: 'text/csv; charset=utf-8' })
}
