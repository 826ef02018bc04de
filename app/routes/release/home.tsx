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
  return { campaigns: found(await myReleases(args.context.app, actor)) }
}

export const handle = { title: 'results.home.title' }

export default function Releases() {
  const t = useT()
  const locale = useLocale()
  const { campaigns } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('results.home.title')} />
      <div className="work">
        {campaigns.length === 0 ? <p>{t('results.home.empty')}</p> : null}
        <ul className="decisions">
          {campaigns.map(({ campaignId, award, year, phase }) => (
            <li key={campaignId}>
              <span />
              <Link href={paths.release(locale, campaignId)}>
                <LocalizedText text={award} /> <bdi>{year}</bdi>
              </Link>
              <Tag kind={phase === 'published' || phase === 'archived' ? 'ok' : 'wait'}>
                {t(`results.phase.${phase}`)}
              </Tag>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
