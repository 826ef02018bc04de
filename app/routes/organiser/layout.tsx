import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useParams } from '@remix-run/react'
import { decide } from '#app/domain/access/policy.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { WorkFrame } from '#app/ui/shells/work-frame.tsx'

/** The frame only. Whether a page may be seen is asked by the page itself. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId = null } = args.params
  return {
    name: actor.name,
    demonstration: args.context.app.demonstration,
    finds: actor.grants.length > 0,
    readsLetters: decide(actor, 'outbox.read', { campaignId, phase: null }).ok,
  }
}

export const handle = { scripts: true }

export default function OrganiserLayout() {
  const t = useT()
  const locale = useLocale()
  const { campaignId } = useParams()
  const { pathname } = useLocation()
  const { readsLetters, ...frame } = useLoaderData<typeof loader>()
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
          ...(readsLetters ? [link(paths.campaignLetters(locale, campaignId), 'letters')] : []),
        ]),
    link(paths.registrations(locale), 'registrations'),
  ]
  return (
    <WorkFrame {...frame} role={t('campaign.role')} nav={nav}>
      <Outlet />
    </WorkFrame>
  )
}
