import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dissentBackForm, dissentForm } from '#app/forms/dissent.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { myDissents } from '#app/queries/deliberation/my-dissents.ts'
import { askDissent, withdrawDissent } from '#app/services/deliberation/record-dissent.ts'
import { DissentPage } from '#app/ui/deliberation/dissent-page.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  return found(await myDissents(args.context.app, actor, sessionId))
}

/** Two forms: a dissent is asked for, or the own one taken back. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { app } = args.context
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  const to = paths.dissent(localeOf(args.params), sessionId)
  const posted = await boundedForm(args.request)
  if (!posted.has('intent')) {
    const form = checkForm(posted, dissentForm)
    if (!form.ok) return failed(form.failure, form.status)
    return respond(await askDissent(app, actor, { sessionId, ...form.value }), {
      ...{ to, flash: 'deliberation.flash.dissentAsked', typed: form.typed },
    })
  }
  const form = checkForm(posted, dissentBackForm)
  if (!form.ok) return failed(form.failure, form.status)
  return respond(await withdrawDissent(app, actor, { sessionId, itemId: form.value.itemId }), {
    ...{ to, flash: 'deliberation.flash.dissentWithdrawn', typed: form.typed },
  })
}

export const handle = { title: 'deliberation.dissent.title' }

export default function Dissent() {
  return <DissentPage page={useLoaderData<typeof loader>()} failure={useFailure()} />
}
