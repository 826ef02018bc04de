import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { appealAnswerForm, appealSettleForm } from '#app/forms/appeal.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { deskAppeal } from '#app/queries/secretariat/appeal.ts'
import { proposeAppealAnswer } from '#app/services/nomination/propose-appeal-answer.ts'
import { returnAppealAnswer, validateAppealAnswer } from '#app/services/nomination/settle-appeal-answer.ts'
import { DeskAppealPage } from '#app/ui/appeal/desk-page.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  return found(await deskAppeal(args.context.app, actor, nominationId))
}

/** Two hands, two forms: an answer is proposed, or another hand settles it. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { app } = args.context
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const to = paths.screeningAppeal(localeOf(args.params), nominationId)
  const posted = await boundedForm(args.request)
  if (!posted.has('intent')) {
    const form = checkForm(posted, appealAnswerForm)
    if (!form.ok) return failed(form.failure, form.status)
    const proposed = await proposeAppealAnswer(app, actor, { nominationId, ...form.value })
    return respond(proposed, { to, flash: 'appeal.flash.proposed', typed: form.typed })
  }
  const form = checkForm(posted, appealSettleForm)
  if (!form.ok) return failed(form.failure, form.status)
  const { answerId, note } = form.value
  if (form.value.intent === 'validate') {
    const validated = await validateAppealAnswer(app, actor, { nominationId, answerId })
    return respond(validated, { to, flash: 'appeal.flash.validated', typed: form.typed })
  }
  const returned = await returnAppealAnswer(app, actor, { nominationId, answerId, note: note ?? '' })
  return respond(returned, { to, flash: 'appeal.flash.returned', typed: form.typed })
}

export const handle = { title: 'appeal.title' }

export default function DeskAppealRoute() {
  return <DeskAppealPage screen={useLoaderData<typeof loader>()} failure={useFailure()} />
}
