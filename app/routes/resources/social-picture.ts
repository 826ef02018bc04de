import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { uuid } from '#app/forms/fields.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { laureateScreen } from '#app/queries/public/laureate.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { campaignPicture, campaignPictureVersion } from '#app/ui/public/campaign-picture.server.ts'
import {
  editionPicture,
  laureatePicture,
  paintedPicture,
  pictureVersion,
} from '#app/ui/public/picture-told.server.ts'
import type { PictureOf } from '#app/ui/public/social-picture.server.ts'

/** A year: the address names the content, so that what it answers never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'

type App = LoaderFunctionArgs['context']['app']
type Found = { readonly of: PictureOf; readonly current: string }

/** A campaign that was opened has one before it has laureates: what its home page says, and no more. */
async function ofCampaign(app: App, slug: string): Promise<Found> {
  const campaign = found(await publicCampaign(app.db.public, { slug }))
  return {
    of: campaignPicture(campaign),
    current: campaignPictureVersion(app.crypto.sha256, campaign),
  }
}

async function ofEdition(app: App, slug: string, name: string): Promise<Found> {
  const edition = (await publishedEditions(app.db.public)).find((one) => one.slug === slug)
  if (!edition) throw notFound()
  const current = pictureVersion(edition)
  if (name === 'edition') return { of: editionPicture(edition), current }
  const { prize, sharedWith } = found(laureateScreen([edition], name))
  return { of: laureatePicture(prize, sharedWith.length > 0), current }
}

/**
 * The picture of a laureate (`<nomination>.png`) or of an edition (`edition.png`), for released editions alone, and of a
 * campaign that was opened (`campaign.png`). An address of an earlier version leads to the present one.
 */
export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const { slug, version } = readParams(params, { slug: 'code', version: 'code' })
  const name = /^(edition|campaign|[0-9a-f-]{36})\.png$/.exec(params['name'] ?? '')?.[1]
  const isNamed = name === 'edition' || name === 'campaign'
  if (name === undefined || (!isNamed && !uuid.safeParse(name).success)) throw notFound()
  const { of, current } = name === 'campaign' ? await ofCampaign(app, slug) : await ofEdition(app, slug, name)
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
