import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { disqualificationForm, disqualificationSettleForm } from '#app/forms/disqualification.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { disqualificationDesk } from '#app/queries/organiser/disqualification.ts'
import { proposeDisqualification } from '#app/services/nomination/propose-disqualification.ts'
import { returnDisqualification } from '#app/services/nomination/return-disqualification.ts'
import { settleDisqualification } from '#app/services/nomination/settle-disqualification.ts'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { DisqualificationPage } from '#app/ui/organiser/disqualification-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  return found(await disqualificationDesk(args.context.app, actor, nominationId))
}

/** Two hands, two forms: a proposal, or what an organiser makes of it. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { app } = args.context
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const to = paths.disqualification(localeOf(args.params), nominationId)
  const posted = await boundedForm(args.request)
  if (!posted.has('intent')) {
    const form = checkForm(posted, disqualificationForm)
    if (!form.ok) return failed(form.failure, form.status)
    return respond(await proposeDisqualification(app, actor, { nominationId, ...form.value }), {
      to,
      flash: 'secretariat.flash.disqualificationProposed',
      typed: form.typed,
    })
  }
  const form = checkForm(posted, disqualificationSettleForm)
  if (!form.ok) return failed(form.failure, form.status)
  const { proposalId, note } = form.value
  if (form.value.intent === 'settle') {
    return respond(await settleDisqualification(app, actor, { nominationId, proposalId }), {
      to,
      flash: 'secretariat.flash.disqualified',
      typed: form.typed,
    })
  }
  return respond(await returnDisqualification(app, actor, { nominationId, proposalId, note: note ?? '' }), {
    to,
    flash: 'secretariat.flash.returned',
    typed: form.typed,
  })
}

export const handle = { title: 'secretariat.disqualification.title' }

export default function DisqualificationRoute() {
  return <DisqualificationPage screen={useLoaderData<typeof loader>()} failure={useFailure()} />
}
