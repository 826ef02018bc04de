import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { myMeetings } from '#app/queries/deliberation/my-meetings.ts'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'
import { type SessionState, SessionTag } from '#app/ui/deliberation/session-tag.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { campaigns: found(await myMeetings(args.context.app, actor)) }
}

export const handle = { title: 'deliberation.home.title' }

export default function Deliberations() {
  const t = useT()
  const locale = useLocale()
  const { campaigns } = useLoaderData<typeof loader>()
  const nameOf = ({ award, year }: (typeof campaigns)[number]): string =>
    t('common.pair.named', { name: shownIn(award, locale)?.text ?? '', detail: String(year) })
  return (
    <>
      <WorkTitle title={t('deliberation.home.title')} />
      <div className="work">
        {campaigns.length === 0 ? <p>{t('deliberation.home.empty')}</p> : null}
        {campaigns.map((campaign) => (
          <section key={campaign.campaignId}>
            <h2>
              <LocalizedText text={campaign.award} /> <bdi>{campaign.year}</bdi>
            </h2>
            {campaign.sessions.length === 0 ? (
              <p>{t('deliberation.home.none')}</p>
            ) : (
              <ul className="decisions decisions--plain">
                {campaign.sessions.map((session) => (
                  <li key={session.id}>
                    <Link
                      href={
                        campaign.leads ? paths.room(locale, session.id) : paths.seatRoom(locale, session.id)
                      }
                    >
                      <Time at={session.convenedFor} zone />
                    </Link>
                    <SessionTag state={session.state as SessionState} />
                  </li>
                ))}
              </ul>
            )}
            <DocumentLinks documents={campaign.documents} within />
            {campaign.mayConvene ? (
              <ButtonLink
                href={paths.convene(locale, campaign.campaignId)}
                aria-label={t('common.pair.labelled', {
                  label: t('deliberation.convene.title'),
                  value: nameOf(campaign),
                })}
              >
                {t('deliberation.convene.title')}
              </ButtonLink>
            ) : null}
          </section>
        ))}
      </div>
    </>
  )
}
