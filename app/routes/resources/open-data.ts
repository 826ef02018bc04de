import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '#app/http/paths.ts'
import { LICENCE } from '#app/queries/exports/open-data.ts'
import { openDataFiles } from '#app/queries/exports/open-data-files.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { publishedEditions } from '#app/queries/public/published.ts'

/** The roll of laureates as JSON or CSV, with licence and date. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const editions = await publishedEditions(app.db.public)
  const files = await openDataFiles(app, editions, (id) => app.origin + paths.laureate('fr', id))
  const licence = { link: `<${LICENCE.url}>; rel="license"` }
  return new URL(request.url).pathname.endsWith('.csv')
    ? publicFile(files.csv, 'text/csv; charset=utf-8; header=present', {
        ...licence,
        'content-disposition': 'attachment; filename="imtiyaz-palmares.csv"',
      })
    : publicFile(files.json, 'application/json; charset=utf-8', licence)
}
