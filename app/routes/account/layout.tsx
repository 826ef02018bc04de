import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react'
import { needsSecondFactor, optionalSession } from '#app/http/actor.server.ts'
import { inLocale } from '#app/http/paths.ts'
import { unreadNotices } from '#app/queries/account/home.ts'
import { useT } from '#app/i18n/provider.tsx'
import { DoorShell } from '#app/ui/account/door-shell.tsx'
import { OwnShell } from '#app/ui/account/own-shell.tsx'
import { Flash } from '#app/ui/primitives/flash.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { demonstration, db } = args.context.app
  const session = await optionalSession(args)
  if (!session || needsSecondFactor(session)) return { demonstration, own: null }
  const { actor } = session
  const administrator = actor.grants.some(({ role }) => role === 'administrator')
  const finds = actor.grants.length > 0
  const unread = await unreadNotices(db, actor)
  return { demonstration, own: { name: actor.name, administrator, finds, unread } }
}

/** The pages of one's own account and of the administrator; before one is known, the doors that lead there. */
export default function AccountLayout() {
  const { demonstration, own } = useLoaderData<typeof loader>()
  const root = useRouteLoaderData('root') as { readonly flash: string | null } | undefined
  const { pathname, search } = useLocation()
  const t = useT()
  if (own !== null) {
    return (
      <OwnShell {...own} demonstration={demonstration} here={pathname}>
        <Outlet />
      </OwnShell>
    )
  }
  const languages = (['ar', 'fr'] as const).map((locale) => ({
    locale,
    href: inLocale(pathname, locale) + search,
  }))
  return (
    <DoorShell here={pathname} demonstration={demonstration} languages={languages}>
      <Flash flash={root?.flash && t.has(root.flash) ? { kind: 'ok', message: t(root.flash) } : null} />
      <Outlet />
    </DoorShell>
  )
}
