import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { textIn } from '#app/domain/kernel/localized.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { mySeats } from '#app/queries/jury/my-seats.ts'
import { WorkFrame } from '#app/ui/shells/work-frame.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const seats = await mySeats(args.context.app, actor)
  const held = seats.ok ? seats.value : []
  const seat = held.find((one) => one.campaignId === args.params['campaignId']) ?? held[0] ?? null
  const offices = actor.grants.filter((grant) => grant.role === 'secretariat' || grant.role === 'organiser')
  const office = offices.find((grant) => grant.campaignId === args.params['campaignId']) ?? offices[0] ?? null
  const demonstration = args.context.app.demonstration
  return { locale, name: actor.name, seat, office, demonstration, finds: actor.grants.length > 0 }
}

export const handle = { scripts: true }

/** A file and its sheet have addresses of their own. */
const ONE_FILE = /\/jury\/(files|sheets)\//

/** Nobody reads progress yet: the page does not exist. */
const BEFORE_EVALUATION: readonly string[] = ['preparation', 'nominations', 'screening']

type Page = Awaited<ReturnType<typeof loader>>

function navOf({ locale, seat, office }: Page) {
  const officeCampaign = office?.campaignId
  return [
    ...(seat
      ? [
          { key: 'myDossiers', href: paths.juryFiles(locale, seat.campaignId) },
          { key: 'ethics', href: paths.interests(locale, seat.campaignId) },
          ...((seat.role === 'chair' || seat.role === 'deputy') && !BEFORE_EVALUATION.includes(seat.phase)
            ? [
                { key: 'progress', href: paths.juryProgress(locale, seat.campaignId) },
                // Sheets may still be sealed: the page does not exist yet.
                ...(seat.phase === 'evaluation'
                  ? []
                  : [{ key: 'figures', href: paths.juryFigures(locale, seat.campaignId) }]),
              ]
            : []),
        ]
      : []),
    ...(officeCampaign
      ? [
          { key: 'jury', href: paths.jurySeats(locale, officeCampaign) },
          { key: 'assignment', href: paths.juryAssignment(locale, officeCampaign) },
          ...(office.role === 'secretariat'
            ? [{ key: 'recusals', href: paths.juryRecusals(locale, officeCampaign) }]
            : []),
          { key: 'progress', href: paths.juryProgress(locale, officeCampaign) },
        ]
      : []),
  ]
}

export default function JuryLayout() {
  const page = useLoaderData<typeof loader>() as Page
  const { pathname } = useLocation()
  const t = useT()
  const { locale, seat, office, name, demonstration, finds } = page
  return (
    <WorkFrame
      name={name}
      demonstration={demonstration}
      finds={finds}
      homeHref={paths.juryHome(locale)}
      organisation={seat ? textIn(seat.campaign, locale)?.text : t('work.nav.jury')}
      role={t(`work.role.${seat?.role ?? office?.role ?? 'juror'}`)}
      nav={navOf(page).map(({ key, href }) => ({
        href,
        label: t(`work.nav.${key}`),
        current: pathname === href || (key === 'myDossiers' && ONE_FILE.test(pathname)),
      }))}
    >
      <Outlet />
    </WorkFrame>
  )
}
