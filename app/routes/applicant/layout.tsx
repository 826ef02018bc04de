import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { unreadNotices } from '#app/queries/account/home.ts'
import { WorkFrame } from '#app/ui/shells/work-frame.tsx'

/** The frame only. Whether a page may be seen is asked by the page itself. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { db, demonstration } = args.context.app
  return { name: actor.name, demonstration, unread: await unreadNotices(db, actor) }
}

export const handle = { scripts: true }

export default function ApplicantLayout() {
  const t = useT()
  const locale = useLocale()
  const { pathname } = useLocation()
  const { unread, ...frame } = useLoaderData<typeof loader>()
  return (
    <WorkFrame
      {...frame}
      role={t('work.role.applicant')}
      nav={[
        {
          href: paths.applicantHome(locale),
          label: t('work.nav.myNominations'),
          current: pathname === paths.applicantHome(locale),
        },
        {
          href: paths.startNomination(locale),
          label: t('nomination.start.nav'),
          current: pathname === paths.startNomination(locale),
        },
        {
          href: paths.myComplaints(locale),
          label: t('work.nav.complaints'),
          current: pathname.startsWith(paths.myComplaints(locale)),
        },
        { href: paths.notices(locale), label: t('work.nav.messages'), count: unread },
      ]}
    >
      <Outlet />
    </WorkFrame>
  )
}
