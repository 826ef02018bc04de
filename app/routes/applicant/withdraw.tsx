import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { moveForm } from '#app/forms/nomination.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { dossierScreen } from '#app/queries/applicant/dossier-screen.ts'
import { withdrawNomination } from '#app/services/nomination/withdraw-nomination.ts'
import { MovePage } from '#app/ui/nomination/move-page.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await dossierScreen(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  return { head: screen.value.head, now: screen.value.now, resumable: screen.value.resumable }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const form = await parseForm(args.request, moveForm)
  if (!form.ok) return failed(form.failure, form.status)
  const result = await withdrawNomination(args.context.app, actor, { nominationId, ...form.value })
  return respond(result, {
    to: paths.nominationRead(localeOf(args.params), nominationId),
    flash: 'nomination.flash.withdrawn',
  })
}

export const handle = { title: 'nomination.withdraw.action' }

export default function WithdrawPage() {
  return <MovePage move="withdraw" {...useLoaderData<typeof loader>()} failure={useFailure()} />
}
