import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { flagList } from '#app/queries/chair/flags.ts'
import { FlagsPage } from '#app/ui/jury/flags-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  return found(await flagList(args.context.app, actor, campaignId))
}

export const handle = { title: 'jury.flags.title' }

export default function Flags() {
  return <FlagsPage {...useLoaderData<typeof loader>()} />
}
