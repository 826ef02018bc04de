import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shownIn } from '#app/i18n/french-typography.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { publicDocuments } from '#app/queries/public/checked-document.ts'
import { laureateScreen } from '#app/queries/public/laureate.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { LaureateSheet } from '#app/ui/public/laureate-sheet.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { pictureVersion } from '#app/ui/public/picture-told.server.ts'
import { EditionSources } from '#app/ui/public/edition-facts.tsx'
import { ServiceTitle } from '#app/ui/public/service-title.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { PageTitle } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { id } = readParams(params, { id: 'id' })
  const { prize, edition, sharedWith } = found(laureateScreen(await publishedEditions(app.db.public), id))
  const title =
    prize.winner && (shownIn(prize.winner.title, locale) ?? shownIn(prize.winner.administration.name, locale))
  const text = `${title?.text ?? id}, ${prize.year}`
  const picture = { path: paths.picture(edition.slug, pictureVersion(edition), id), alt: text }
  const head = pageHead(request, app.origin, locale, { text, picture })
  const documents = await publicDocuments(app.db.public, id, 'laureate_certificate')
  return { head, prize, edition, sharedWith, documents, address: app.origin + paths.laureate(locale, id) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Laureate() {
  const t = useT()
  const locale = useLocale()
  const { prize, edition, sharedWith, documents, address } = useLoaderData<typeof loader>()
  if (prize.winner === null) return null
  return (
    <>
      <PageTitle
        title={<ServiceTitle winner={prize.winner} />}
        lead={<LocalizedText text={prize.winner.administration.name} />}
        crumbs={[
          { href: paths.laureates(locale), label: t('public.laureates.title') },
          {
            href: paths.edition(locale, prize.slug),
            label: t('public.edition.name', { year: String(prize.year) }),
          },
        ]}
      />
      <div className="wrap">
        <LaureateSheet
          prize={prize}
          winner={prize.winner}
          edition={edition}
          sharedWith={sharedWith}
          address={address}
          documents={documents}
        />
        <section className="sec">
          <header>
            <h2>{t('public.edition.sourcesTitle')}</h2>
          </header>
          <EditionSources edition={edition} />
        </section>
      </div>
    </>
  )
}
