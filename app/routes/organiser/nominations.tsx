import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nominationSearch, readSearch } from '#app/forms/paging.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { nominationsList } from '#app/queries/organiser/nominations.ts'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { NominationFilters } from '#app/ui/organiser/nomination-filters.tsx'
import { NominationTable } from '#app/ui/organiser/nomination-table.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const ask = readSearch(args.request.url, nominationSearch)
  const screen = found(await nominationsList(args.context.app, actor, campaignId, ask))
  return { ...screen, ask }
}

export const handle = { title: 'campaign.nominations.title' }

export default function Nominations() {
  const t = useT()
  const locale = useLocale()
  const { head, page, count, categories, toSettle, hidesOwn, ask } = useLoaderData<typeof loader>()
  const { after, ...search } = ask
  return (
    <>
      <CampaignTitle head={head} title={t('campaign.nominations.title')} />
      <div className="work">
        {hidesOwn ? <HiddenBecause reason="ownBody" /> : null}
        {toSettle.length === 0 ? null : (
          <Banner kind="wait" title={t('campaign.nominations.toSettle')}>
            <ul>
              {toSettle.map(({ id, reference }) => (
                <li key={id}>
                  <Link href={paths.disqualification(locale, id)}>
                    <Reference code>{reference}</Reference>
                  </Link>
                </li>
              ))}
            </ul>
          </Banner>
        )}
        <NominationFilters campaignId={head.id} search={search} categories={categories} count={count} />
        <NominationTable rows={page.rows} />
        <nav className="pages" aria-label={t('common.pagination.label')}>
          {after === undefined ? null : (
            <Link href={paths.organiserNominations(locale, head.id, search)}>
              {t('campaign.nominations.first')}
            </Link>
          )}
          {page.next === null ? null : (
            <Link
              rel="next"
              href={paths.organiserNominations(locale, head.id, { ...search, after: page.next })}
            >
              {t('campaign.nominations.next')}
            </Link>
          )}
        </nav>
      </div>
    </>
  )
}
