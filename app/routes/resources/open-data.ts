import type { LoaderFunctionArgs } from '@remix-run/node'
import { LICENCE } from '#app/queries/exports/open-data.ts'
import { openDataFiles } from '#app/queries/exports/open-data-files.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { rollTold } from '#app/ui/public/roll-words.server.ts'

const KINDS = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const

/** The roll of laureates as JSON, CSV or a spreadsheet, with licence and date. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const asked = new URL(request.url).pathname.split('.').at(-1)
  const form = asked === 'csv' || asked === 'ods' ? asked : 'json'
  const files = await openDataFiles(app, await publishedEditions(app.db.public), rollTold(app.origin))
  return publicFile(files[form], KINDS[form], {
    link: `<${LICENCE.url}>; rel="license"`,
    ...(form === 'json' ? {} : { 'content-disposition': `attachment; filename="imtiyaz-palmares.${form}"` }),
  })
}
