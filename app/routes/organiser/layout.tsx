import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useParams } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { WorkFrame } from '#app/ui/shells/work-frame.tsx'

/** The frame only. Whether a page may be seen is asked by the page itself. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { name: actor.name, demonstration: args.context.app.demonstration, finds: actor.grants.length > 0 }
}

export const handle = { scripts: true }

export default function OrganiserLayout() {
  const t = useT()
  const locale = useLocale()
  const { campaignId } = useParams()
  const { pathname } = useLocation()
  const link = (href: string, key: string) => ({
    href,
    label: t(`campaign.nav.${key}`),
    current: pathname === href,
  })
  const nav = [
    link(paths.organiserHome(locale), 'campaigns'),
    ...(campaignId === undefined
      ? []
      : [
          link(paths.tower(locale, campaignId), 'tower'),
          link(paths.organiserNominations(locale, campaignId), 'nominations'),
        ]),
    link(paths.registrations(locale), 'registrations'),
  ]
  return (
    <WorkFrame {...useLoaderData<typeof loader>()} role={t('campaign.role')} nav={nav}>
      <Outlet />
    </WorkFrame>
  )
}
