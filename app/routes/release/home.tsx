import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { myReleases } from '#app/queries/release/my-releases.ts'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Tag } from '#app/ui/primitives/tag.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const audited = actor.grants.filter(({ role }) => role === 'auditor').map(({ campaignId }) => campaignId)
  return { campaigns: found(await myReleases(args.context.app, actor)), audited }
}

export const handle = { title: 'results.home.title' }

export default function Releases() {
  const t = useT()
  const locale = useLocale()
  const { campaigns, audited } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('results.home.title')} />
      <div className="work">
        {campaigns.length === 0 ? <p>{t('results.home.empty')}</p> : null}
        <ul className="decisions decisions--plain">
          {campaigns.map(({ campaignId, award, year, phase }) => (
            <li key={campaignId}>
              <Link href={paths.release(locale, campaignId)}>
                <LocalizedText text={award} /> <bdi>{year}</bdi>
              </Link>
              <Tag kind={phase === 'published' || phase === 'archived' ? 'ok' : 'wait'}>
                {t(`results.phase.${phase}`)}
              </Tag>
              {audited.includes(campaignId) ? (
                <Link href={paths.trail(locale, campaignId)}>{t('results.trail.link')}</Link>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
