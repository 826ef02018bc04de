import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { weightAdvice } from '#app/domain/campaign/weight-advice.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { rubricForm } from '#app/forms/rubric.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveRubric } from '#app/services/campaign/save-rubric.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { RubricRules } from '#app/ui/organiser/rubric-rules.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { WeightFields, WeightNote } from '#app/ui/organiser/weights.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Link } from '#app/ui/primitives/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId, code } = readParams(args.params, { campaignId: 'id', code: 'code' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const category = regulation.categories.find((one) => one.code === code)
  if (!category) throw notFound()
  const { name, rubric } = category
  const advice = weightAdvice(rubric.criteria)
  return { head, code, name, rubric, advice, blockers: blockersOf(blockers, ['rubric'], code) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId, code } = readParams(args.params, { campaignId: 'id', code: 'code' })
  const parsed = await parseForm(args.request, rubricForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version, weights, totalThreshold, ...rules } = parsed.value
  const result = await saveRubric(args.context.app, actor, {
    ...{ campaignId, version, category: code, weights },
    rules: { ...rules, totalThreshold: totalThreshold ?? null },
  })
  return respond(result, {
    to: paths.campaignRubric(locale, campaignId, code),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.sheet.title' }

export default function RubricPage() {
  const t = useT()
  const locale = useLocale()
  const { head, code, name, rubric, advice, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  return (
    <EditPage
      head={head}
      title={t('campaign.rubric.title', { name: shownIn(name, locale)?.text ?? '' })}
      lead={t('campaign.rubric.lead')}
      schema={rubricForm}
      failure={failure}
      blockers={blockers}
    >
      {rubric.example ? (
        <Banner kind="info">
          {t('campaign.rubric.example')}{' '}
          <Link className="while-open" href={`${paths.campaignCriteria(locale, head.id, code)}#adopt`}>
            {t('campaign.criteria.adopt')}
          </Link>
        </Banner>
      ) : null}
      <WeightNote advice={advice} criteria={rubric.criteria} />
      <p className="while-open">
        <Link href={paths.campaignCriteria(locale, head.id, code)}>{t('campaign.criteria.compose')}</Link>
      </p>
      <p>
        <Link href={paths.campaignSimulation(locale, head.id, code)}>{t('campaign.simulation.heading')}</Link>
      </p>
      <WeightFields
        criteria={rubric.criteria}
        hrefOf={(criterion) => paths.campaignCriterion(locale, head.id, code, criterion)}
      />
      <RubricRules rubric={rubric} />
    </EditPage>
  )
}
