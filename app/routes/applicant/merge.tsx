import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mergeForm } from '#app/forms/nomination.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { dossierScreen } from '#app/queries/applicant/dossier-screen.ts'
import { mergeAnswer } from '#app/services/nomination/merge-answer.ts'
import { DossierHead } from '#app/ui/nomination/dossier-head.tsx'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { MergeForm } from '#app/ui/nomination/merge-form.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { ButtonLink } from '#app/ui/primitives/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await dossierScreen(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  return screen.value
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const form = await parseForm(args.request, mergeForm)
  if (!form.ok) return failed(form.failure, form.status)
  const { rescuedId, field, version, value } = form.value
  const chosen = value === undefined ? null : { version, value }
  const result = await mergeAnswer(args.context.app, actor, { nominationId, rescuedId, field, chosen })
  return respond(result, {
    to: paths.nominationMerge(localeOf(args.params), nominationId),
    flash: 'nomination.flash.merged',
    typed: form.typed,
  })
}

export const handle = { title: 'nomination.merge.title' }

export default function MergePage() {
  const t = useT()
  const screen = useLoaderData<typeof loader>()
  const failure = useFailure()
  const { rescued, answers, people, head } = screen
  return (
    <>
      <DossierHead
        head={head}
        now={screen.now}
        page={t('nomination.merge.title')}
        crumbs={[{ href: paths.nomination(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        <FailureMessages failure={failure} area="nomination" />
        <p>{t(rescued.length === 0 ? 'nomination.merge.none' : 'nomination.merge.lead')}</p>
        {rescued.map((text) => (
          <MergeForm
            key={text.id}
            rescued={text}
            author={people.find(({ id }) => id === text.personId)?.name ?? '–'}
            current={answers.find(({ field }) => field === text.field)}
            failure={failure}
          />
        ))}
        <ButtonLink href={paths.nomination(t.locale, head.id)}>{t('nomination.backToDossier')}</ButtonLink>
      </div>
    </>
  )
}
