import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { WorkFrame } from '#app/ui/shells/work-frame.tsx'

/** The frame only. Whether a page may be seen is asked by the page itself. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return {
    name: actor.name,
    demonstration: args.context.app.demonstration,
    finds: actor.grants.length > 0,
    // An organiser answers complaints here too, and is not made a clerk by it.
    clerk: actor.grants.some(({ role }) => role === 'secretariat'),
  }
}

export const handle = { scripts: true }

export default function SecretariatLayout() {
  const t = useT()
  const locale = useLocale()
  const { pathname } = useLocation()
  const { clerk, ...frame } = useLoaderData<typeof loader>()
  return (
    <WorkFrame
      {...frame}
      role={t(clerk ? 'work.role.secretariat' : 'work.role.organiser')}
      nav={[
        {
          href: paths.secretariatHome(locale),
          label: t('work.nav.screeningQueue'),
          current: pathname.startsWith(paths.secretariatHome(locale)),
        },
        { href: paths.notices(locale), label: t('work.nav.messages') },
      ]}
    >
      <Outlet />
    </WorkFrame>
  )
}
