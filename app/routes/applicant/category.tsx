import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { categoryAnswerForm } from '#app/forms/recategorisation.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { arrivedAt } from '#app/queries/applicant/arrival.ts'
import { categoryAsked } from '#app/queries/applicant/category.ts'
import { answerCategory } from '#app/services/nomination/answer-category.ts'
import { CategoryAnswer } from '#app/ui/nomination/category-answer.tsx'
import { CategoryPastList } from '#app/ui/nomination/category-past.tsx'
import { DossierHead } from '#app/ui/nomination/dossier-head.tsx'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { Banner } from '#app/ui/primitives/banner.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  return found(await categoryAsked(args.context.app, actor, nominationId))
}

/** The instant of arrival is read before anything else: it alone decides about the term. */
export async function action(args: ActionFunctionArgs) {
  const { app } = args.context
  const received = await arrivedAt(app)
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const form = await parseForm(args.request, categoryAnswerForm)
  if (!form.ok) return failed(form.failure, form.status)
  const { proposalId, outcome, answer } = form.value
  const result = await answerCategory(app, actor, {
    nominationId,
    proposalId,
    outcome,
    answer: answer ?? '',
    received,
  })
  return respond(result, {
    to: paths.nominationRead(localeOf(args.params), nominationId),
    flash: `nomination.flash.category-${outcome}`,
    typed: form.typed,
  })
}

export const handle = { title: 'nomination.recategorisation.title' }

export default function CategoryAnswerPage() {
  const t = useT()
  const { head, now, open, earlier, isLate, can } = useLoaderData<typeof loader>()
  const failure = useFailure()
  return (
    <>
      <DossierHead
        head={head}
        now={now}
        page={t('nomination.recategorisation.title')}
        crumbs={[{ href: paths.nominationRead(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        {can.answer ? null : <FailureMessages failure={failure} area="nomination" />}
        {open === null ? (
          <Banner kind="info">{t('nomination.recategorisation.none')}</Banner>
        ) : (
          <CategoryAnswer
            open={open}
            slug={head.campaign.slug}
            can={can.answer}
            isLate={isLate}
            failure={failure}
          />
        )}
        <CategoryPastList earlier={earlier.map(({ toName: name, ...past }) => ({ ...past, name }))} />
      </div>
    </>
  )
}
