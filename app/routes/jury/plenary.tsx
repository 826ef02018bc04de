import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { plenaryBackForm, plenaryForm } from '#app/forms/plenary.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { plenaryScreen } from '#app/queries/chair/plenary.ts'
import { sendToPlenary } from '#app/services/scoring/send-to-plenary.ts'
import { takeBackFromPlenary } from '#app/services/scoring/take-back-from-plenary.ts'
import { PlenaryPage } from '#app/ui/jury/plenary-page.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  return found(await plenaryScreen(args.context.app, actor, nominationId))
}

/** Two forms: the file goes to the plenary, or comes back. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { app } = args.context
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const to = paths.juryPlenary(localeOf(args.params), nominationId)
  const posted = await boundedForm(args.request)
  if (!posted.has('intent')) {
    const form = checkForm(posted, plenaryForm)
    if (!form.ok) return failed(form.failure, form.status)
    return respond(await sendToPlenary(app, actor, { nominationId, ...form.value }), {
      ...{ to, flash: 'jury.flash.plenarySent', typed: form.typed },
    })
  }
  const form = checkForm(posted, plenaryBackForm)
  if (!form.ok) return failed(form.failure, form.status)
  return respond(await takeBackFromPlenary(app, actor, { nominationId, version: form.value.version }), {
    ...{ to, flash: 'jury.flash.plenaryBack', typed: form.typed },
  })
}

export const handle = { title: 'jury.plenary.title' }

export default function Plenary() {
  return <PlenaryPage screen={useLoaderData<typeof loader>()} failure={useFailure()} />
}
