import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { dossierScreen } from '#app/queries/applicant/dossier-screen.ts'

/** Leads to where the work is: the first unfinished section of a draft, the visa, the request, else the deposit. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await dossierScreen(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  const { head, completeness } = screen.value
  const open = completeness.sections.find(({ status }) => status !== 'complete')?.section
  const draft = open
    ? paths.nominationStep(locale, nominationId, open)
    : paths.nominationCheck(locale, nominationId)
  const to = {
    draft,
    awaiting_visa: paths.nominationVisa(locale, nominationId),
    completion_requested: paths.nominationCompletion(locale, nominationId),
  }[head.state as string]
  return redirect(to ?? paths.nominationRead(locale, nominationId), 302)
}
