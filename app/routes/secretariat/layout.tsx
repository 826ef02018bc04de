import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { inLocale, paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Flash } from '#app/ui/primitives/flash.tsx'
import { WorkShell } from '#app/ui/shells/work-shell.tsx'

/** The frame only. Whether a page may be seen is asked by the page itself. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { name: actor.name, demonstration: args.context.app.demonstration }
}

export const handle = { scripts: true }

export default function SecretariatLayout() {
  const t = useT()
  const locale = useLocale()
  const { name, demonstration } = useLoaderData<typeof loader>()
  const root = useRouteLoaderData('root') as { flash?: string | null } | undefined
  const { pathname } = useLocation()
  const other = locale === 'ar' ? 'fr' : 'ar'
  const flash = root?.flash
  return (
    <WorkShell
      homeHref={paths.home(locale)}
      organisation={t('common.site.award')}
      role={t('work.role.secretariat')}
      nav={[
        {
          href: paths.secretariatHome(locale),
          label: t('work.nav.screeningQueue'),
          current: pathname.startsWith(paths.secretariatHome(locale)),
        },
        { href: paths.notices(locale), label: t('work.nav.messages') },
      ]}
      otherLanguage={{ locale: other, href: inLocale(pathname, other) }}
      person={{ name, accountHref: paths.account(locale), signOutAction: paths.signOut(locale) }}
      demonstration={demonstration}
    >
      <Flash flash={flash && t.has(flash) ? { kind: 'ok', message: t(flash) } : null} />
      <Outlet />
    </WorkShell>
  )
}
