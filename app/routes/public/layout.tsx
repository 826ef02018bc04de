import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react'
import { siteOrganiser } from '#app/queries/public/site.ts'
import { SiteShell } from '#app/ui/public/site-shell.tsx'
import type { Theme } from '#app/ui/shells/theme-form.tsx'

/** Anybody may read these pages and keep them for a moment; a signed-in answer is never kept (R6). */
export const headers: HeadersFunction = () => ({ 'cache-control': 'public, max-age=0, must-revalidate' })

export const loader = async ({ context: { app } }: LoaderFunctionArgs) => ({
  demonstration: app.demonstration,
  organiser: await siteOrganiser(app.db.public),
})

export default function PublicLayout() {
  const { demonstration, organiser } = useLoaderData<typeof loader>()
  const root = useRouteLoaderData('root') as { readonly theme: Theme | null } | undefined
  const { pathname, search } = useLocation()
  return (
    <SiteShell
      here={pathname + search}
      organiser={organiser}
      demonstration={demonstration}
      theme={root?.theme ?? 'system'}
    >
      <Outlet />
    </SiteShell>
  )
}
