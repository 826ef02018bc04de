import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { completionAnswerForm } from '#app/forms/nomination.form.ts'
import { arrivedAt } from '#app/queries/applicant/arrival.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { parseForm } from '#app/http/form.server.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { dossierWithLetters } from '#app/queries/applicant/letters.ts'
import { answerCompletion } from '#app/services/nomination/answer-completion.ts'
import { VisaPage } from '#app/ui/nomination/visa-page.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await dossierWithLetters(args.context.app, actor, nominationId, ['completion_request'])
  if (!screen.ok) throw notFound()
  return { ...screen.value, key: args.context.app.ids.uuid() }
}

/** The instant of arrival is read before anything else: it alone decides about the due instant. */
export async function action(args: ActionFunctionArgs) {
  const { app } = args.context
  const received = await arrivedAt(app)
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const form = await parseForm(args.request, completionAnswerForm)
  if (!form.ok) return failed(form.failure, form.status)
  const { digest: seenDigest, key } = form.value
  const result = await answerCompletion(app, actor, { nominationId, received, seenDigest, key })
  return respond(result, {
    to: (sent) => paths.nominationReceipt(locale, nominationId, sent.version),
    flash: 'nomination.flash.completed',
  })
}

export const handle = { title: 'nomination.completion.title' }

export default function CompletionRoute() {
  return <VisaPage screen={useLoaderData<typeof loader>()} kind="completion" failure={useFailure()} />
}
