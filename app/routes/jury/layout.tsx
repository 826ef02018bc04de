import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useMatches } from '@remix-run/react'
import { shownIn } from '#app/i18n/french-typography.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { juryFrame } from '#app/queries/jury/jury-frame.ts'
import { WorkFrame } from '#app/ui/shells/work-frame.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { app } = args.context
  const frame = await juryFrame(app, actor, args.params['campaignId'])
  return { ...frame, locale, name: actor.name, demonstration: app.demonstration }
}

export const handle = { scripts: true }

/** A file and its sheet have addresses of their own. */
const ONE_FILE = /\/jury\/(files|sheets)\//

/** Nobody reads progress yet: the page does not exist. */
const BEFORE_EVALUATION: readonly string[] = ['preparation', 'nominations', 'screening']

/** The presentations may be a second round of scoring. */
const MAY_BE_SCORED: readonly string[] = ['evaluation', 'presentations']

type Page = Awaited<ReturnType<typeof loader>>
type Seat = Page['held'][number] | null

const campaignIn = (page: unknown): string | undefined => {
  type Part = { readonly campaignId?: string }
  const { campaignId, sheet, receipt } = (page ?? {}) as Part & {
    readonly sheet?: Part
    readonly receipt?: Part
  }
  return campaignId ?? sheet?.campaignId ?? receipt?.campaignId
}

/** The seat in the campaign of the page: of the address, or of the file that is open; else the newest. */
function useSeat(held: Page['held']): Seat {
  const { pathname } = useLocation()
  const matches = useMatches()
  const shown = matches.map(({ params, data }) => params['campaignId'] ?? campaignIn(data)).findLast(Boolean)
  const seat = held.find(({ campaignId }) => campaignId === shown)
  return seat ?? (ONE_FILE.test(pathname) ? null : (held[0] ?? null))
}

function navOf({ locale, office, recusals }: Page, seat: Seat) {
  const officeCampaign = office?.campaignId
  return [
    ...(seat
      ? [
          { key: 'myDossiers', href: paths.juryFiles(locale, seat.campaignId) },
          { key: 'ethics', href: paths.interests(locale, seat.campaignId) },
          ...((seat.role === 'chair' || seat.role === 'deputy') && !BEFORE_EVALUATION.includes(seat.phase)
            ? [
                { key: 'progress', href: paths.juryProgress(locale, seat.campaignId) },
                // Where sheets may still be sealed the page does not exist; the page of progress links to it once it does.
                ...(MAY_BE_SCORED.includes(seat.phase)
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
          ...(recusals ? [{ key: 'recusals', href: paths.juryRecusals(locale, officeCampaign) }] : []),
          { key: 'progress', href: paths.juryProgress(locale, officeCampaign) },
        ]
      : []),
  ]
}

export default function JuryLayout() {
  const page = useLoaderData<typeof loader>() as Page
  const { pathname } = useLocation()
  const t = useT()
  const { locale, held, role, name, demonstration, finds } = page
  const seat = useSeat(held)
  return (
    <WorkFrame
      name={name}
      demonstration={demonstration}
      finds={finds}
      homeHref={paths.juryHome(locale)}
      organisation={seat ? shownIn(seat.campaign, locale)?.text : t('work.nav.jury')}
      role={t(`work.role.${seat?.role ?? role}`)}
      nav={navOf(page, seat).map(({ key, href }) => ({
        href,
        label: t(`work.nav.${key}`),
        current: pathname === href || (key === 'myDossiers' && ONE_FILE.test(pathname)),
      }))}
    >
      <Outlet />
    </WorkFrame>
  )
}
