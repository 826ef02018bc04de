import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { proposalForm, settleForm } from '#app/forms/screening.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { screeningFile } from '#app/queries/secretariat/file.ts'
import { proposeScreening } from '#app/services/nomination/propose-screening.ts'
import { returnScreening } from '#app/services/nomination/return-screening.ts'
import { validateScreening } from '#app/services/nomination/validate-screening.ts'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { DecisionPage } from '#app/ui/secretariat/decision-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await screeningFile(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  const { head, screeningVersion, now, can, live, findings, verdicts, checks } = screen.value
  return { head, screeningVersion, now, can, live, findings, verdicts, checks }
}

/** Two hands, two forms: a proposal, or what another clerk makes of it. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { app } = args.context
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const to = paths.screeningFile(localeOf(args.params), nominationId)
  const posted = await boundedForm(args.request)
  if (!posted.has('intent')) {
    const form = checkForm(posted, proposalForm)
    if (!form.ok) return failed(form.failure, form.status)
    const { version, outcome, reasons, comment } = form.value
    const proposed = await proposeScreening(app, actor, {
      nominationId,
      version,
      outcome,
      reasons,
      comment: comment ?? null,
    })
    return respond(proposed, { to, flash: 'secretariat.flash.proposed', typed: form.typed })
  }
  const form = checkForm(posted, settleForm)
  if (!form.ok) return failed(form.failure, form.status)
  const { proposalId, note } = form.value
  if (form.value.intent === 'validate') {
    return respond(await validateScreening(app, actor, { nominationId, proposalId }), {
      to,
      flash: 'secretariat.flash.validated',
      typed: form.typed,
    })
  }
  return respond(await returnScreening(app, actor, { nominationId, proposalId, note: note ?? '' }), {
    to,
    flash: 'secretariat.flash.returned',
    typed: form.typed,
  })
}

export const handle = { title: 'secretariat.decision.title' }

export default function DecisionRoute() {
  return <DecisionPage screen={useLoaderData<typeof loader>()} failure={useFailure()} />
}
