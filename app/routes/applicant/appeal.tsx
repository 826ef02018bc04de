import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { appealForm } from '#app/forms/appeal.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { appealScreen } from '#app/queries/applicant/appeal.ts'
import { arrivedAt } from '#app/queries/applicant/arrival.ts'
import { fileAppeal } from '#app/services/nomination/file-appeal.ts'
import { AppealPage } from '#app/ui/appeal/appeal-page.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  return found(await appealScreen(args.context.app, actor, nominationId))
}

/** The instant of arrival is read before anything else: it alone decides about the window. */
export async function action(args: ActionFunctionArgs) {
  const { app } = args.context
  const received = await arrivedAt(app)
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const form = await parseForm(args.request, appealForm)
  if (!form.ok) return failed(form.failure, form.status)
  const result = await fileAppeal(app, actor, { nominationId, received, ...form.value })
  return respond(result, {
    to: paths.nominationAppeal(localeOf(args.params), nominationId),
    flash: 'appeal.flash.filed',
    typed: form.typed,
  })
}

export const handle = { title: 'appeal.title' }

export default function AppealRoute() {
  return <AppealPage screen={useLoaderData<typeof loader>()} failure={useFailure()} />
}
