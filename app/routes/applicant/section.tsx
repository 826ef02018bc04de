import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { markName, outcomeErrors, sentAnswers } from '#app/forms/nomination-answers.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { typedValues } from '#app/forms/typed.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, refused } from '#app/http/respond.server.ts'
import { dossierScreen, unansweredMark } from '#app/queries/applicant/dossier-screen.ts'
import { saveAnswers } from '#app/services/nomination/save-answers.ts'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { SectionPage } from '#app/ui/nomination/section-page.tsx'

const sectionNamed = (code: string | undefined) => DEFAULT_FORM.sections.find((one) => one.code === code)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  if (!sectionNamed(args.params['section'])) throw notFound()
  const screen = await dossierScreen(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  return { ...screen.value, unanswered: unansweredMark(args.context.app) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const section = sectionNamed(args.params['section'])
  if (!section) throw notFound()
  const form = await boundedForm(args.request)
  const result = await saveAnswers(args.context.app, actor, {
    nominationId,
    typed: sentAnswers(section, form),
  })
  const typed = typedValues(form)
  if (!result.ok) return refused(result, typed)
  const { marks, outcomes, conflicts } = result.value
  const fieldErrors = outcomeErrors(outcomes)
  if (Object.keys(fieldErrors).length > 0) return failed({ fieldErrors, typed }, 400)
  const isAutosave = args.request.headers.get('x-autosave') === '1'
  if (conflicts.length > 0) {
    if (!isAutosave) return redirect(paths.nominationMerge(locale, nominationId), 303)
    return failed({ fieldErrors: {}, formError: { reason: 'field-changed', facts: {} }, typed: {} }, 409)
  }
  const versions = Object.fromEntries(Object.entries(marks).map(([key, mark]) => [markName(key), mark]))
  if (isAutosave) return data({ failure: undefined, versions })
  const next = DEFAULT_FORM.sections[section.number]
  const to = typed['intent'] === 'next' && next ? next.code : section.code
  return redirect(paths.nominationStep(locale, nominationId, to), 303)
}

export const handle = {
  title: ({ section }: { readonly section?: string }) => `nomination.section.${section}`,
}

export default function SectionRoute() {
  const section = sectionNamed(useParams()['section'])
  const screen = useLoaderData<typeof loader>()
  const failure = useFailure()
  return section ? (
    <SectionPage key={section.code} screen={screen} section={section} failure={failure} />
  ) : null
}
