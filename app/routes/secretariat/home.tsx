import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { paths } from '#app/http/paths.ts'
import { forbidden } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { clerkCampaigns } from '#app/queries/secretariat/queue.ts'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Tag } from '#app/ui/primitives/tag.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const campaigns = await clerkCampaigns(args.context.app, actor)
  if (campaigns.length === 0) throw forbidden()
  return { campaigns }
}

export const handle = { title: 'work.nav.screeningQueue' }

export default function SecretariatHomePage() {
  const t = useT()
  const { campaigns } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('work.nav.screeningQueue')} />
      <div className="work">
        <ul className="decisions decisions--plain">
          {campaigns.map(({ id, year, name, phase }) => (
            <li key={id}>
              <span>
                <Link href={paths.screeningQueue(t.locale, id)}>
                  <LocalizedText text={name} /> <bdi>{year}</bdi>
                </Link>
              </span>
              <Tag kind={phase === 'screening' ? 'info' : 'off'} icon="calendar">
                {t(`common.phase.${phase}`)}
              </Tag>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
