import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { prizesOf } from '#app/queries/public/prizes.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { campaignCard } from '#app/ui/public/campaign-picture.server.ts'
import { CampaignRibbon } from '#app/ui/public/campaign-ribbon.tsx'
import { HomeApply } from '#app/ui/public/home-apply.tsx'
import { HomeCategories, HomePrizes } from '#app/ui/public/home-award.tsx'
import { HomeHero } from '#app/ui/public/home-hero.tsx'
import { HomeJury } from '#app/ui/public/home-jury.tsx'
import { HomeLaureates } from '#app/ui/public/home-laureates.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { editionCard } from '#app/ui/public/picture-told.server.ts'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const [found, editions] = await Promise.all([
    publicCampaign(app.db.public),
    publishedEditions(app.db.public),
  ])
  const last = editions[0]
  const isPast = found.ok && (found.value.phase === 'published' || found.value.phase === 'archived')
  const head = pageHead(request, app.origin, locale, {
    lead: 'public.home.lead',
    // What is going on; between two campaigns, what the last one gave.
    ...(found.ok && !(isPast && last)
      ? campaignCard(app.crypto.sha256, locale, found)
      : last
        ? { picture: editionCard(locale, last) }
        : {}),
  })
  const edition = last && {
    slug: last.slug,
    year: last.snapshot.campaign.year,
    ceremonyDate: last.snapshot.campaign.ceremonyDate,
    synthetic: last.synthetic,
    prizes: prizesOf(last),
  }
  if (!found.ok) return { head, campaign: null, rules: null, edition: edition ?? null }
  const { slug, year, phase, opensAt, closesAt, now, synthetic, regulation } = found.value
  const { calendar, categories, participation, jury } = regulation
  const rules = {
    calendar,
    categories: categories.map(({ code, name, description }) => ({ code, name, description })),
    evidence: participation.evidence,
    readers: jury.readersPerNomination,
  }
  return {
    head,
    campaign: { slug, year, phase, opensAt, closesAt, now, synthetic },
    rules,
    edition: edition ?? null,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Home() {
  const t = useT()
  const { campaign, rules, edition } = useLoaderData<typeof loader>()
  const running = campaign !== null && campaign.phase !== 'published' && campaign.phase !== 'archived'
  return (
    <>
      <HomeHero
        campaign={campaign}
        lastSlug={edition?.slug ?? null}
        note={campaign?.synthetic ? <p className="hero__note">{t('public.edition.replayed')}</p> : null}
      />
      <div className="wrap">
        {running && rules ? (
          <CampaignRibbon calendar={rules.calendar} closesAt={campaign.closesAt} now={campaign.now} />
        ) : null}
        <HomePrizes />
        {rules ? <HomeCategories categories={rules.categories} /> : null}
        <HomeApply
          closesAt={
            running && campaign.phase === 'nominations' && campaign.now < campaign.closesAt
              ? campaign.closesAt
              : null
          }
          limits={rules?.evidence ?? null}
        />
      </div>
      {edition ? <HomeLaureates edition={edition} prizes={edition.prizes} /> : null}
      <div className="wrap">
        <HomeJury readers={rules?.readers ?? null} />
      </div>
    </>
  )
}
