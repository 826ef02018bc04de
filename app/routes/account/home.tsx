import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { accountHome } from '#app/queries/account/home.ts'
import { Holdings } from '#app/ui/account/holdings.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { name: actor.name, home: await accountHome(args.context.app.db, actor) }
}

export const handle = { scripts: true, title: 'account.home.title' }

export default function AccountHome() {
  const t = useT()
  const { name, home } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('account.home.title')} meta={<bdi>{name}</bdi>} />
      <Holdings home={home} />
    </>
  )
}
