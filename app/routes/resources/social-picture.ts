import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { uuid } from '#app/forms/fields.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { laureateScreen } from '#app/queries/public/laureate.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import {
  editionPicture,
  laureatePicture,
  paintedPicture,
  pictureVersion,
} from '#app/ui/public/picture-told.server.ts'

/** A year: the address names the content, so that what it answers never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * The picture of a laureate (`<nomination>.png`) or of an edition (`edition.png`), for released editions alone. An
 * address of an earlier version leads to the present one.
 */
export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const { slug, version } = readParams(params, { slug: 'code', version: 'code' })
  const name = /^(edition|[0-9a-f-]{36})\.png$/.exec(params['name'] ?? '')?.[1]
  if (name === undefined || (name !== 'edition' && !uuid.safeParse(name).success)) throw notFound()
  const edition = (await publishedEditions(app.db.public)).find((one) => one.slug === slug)
  if (!edition) throw notFound()
  const of =
    name === 'edition'
      ? editionPicture(edition)
      : (({ prize, sharedWith }) => laureatePicture(prize, sharedWith.length > 0))(
          found(laureateScreen([edition], name)),
        )
  const current = pictureVersion(edition)
  if (version !== current) {
    return redirect(paths.picture(slug, current, name), { headers: { 'cache-control': 'no-cache' } })
  }
  const bytes = await paintedPicture(app.painter, `${slug}/${current}/${name}`, of)
  const etag = `"${app.crypto.sha256(bytes)}"`
  // It is made to be shown by others.
  const headers = {
    etag,
    'cache-control': FOR_EVER,
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return publicFile(bytes, 'image/png', headers)
}
