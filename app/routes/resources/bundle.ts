import type { LoaderFunctionArgs } from '@remix-run/node'
import { readParams } from '#app/http/params.ts'
import { notFound } from '#app/http/respond.server.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { resultFile, wholeBundle } from '#app/queries/public/result-files.ts'

/** The results bundle of a released edition, whole or file by file, byte for byte as it was published. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const { slug } = readParams(params, { slug: 'code' })
  const name = params['name']
  if (name !== undefined && !/^[a-z0-9][a-z0-9._-]{0,80}$/.test(name)) throw notFound()
  const edition = (await publishedEditions(app.db.public)).find((one) => one.slug === slug)
  if (!edition) throw notFound()
  const content =
    name === undefined
      ? await wholeBundle(app.db.public, edition)
      : await resultFile(app.db.public, edition, name)
  if (content === null) throw notFound()
  const shown = name ?? 'bundle.json'
  return publicFile(content, 'application/json; charset=utf-8', {
    'content-disposition': `attachment; filename="imtiyaz-${slug}-${shown}"`,
  })
}
