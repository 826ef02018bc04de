import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shownIn } from '#app/i18n/french-typography.ts'
import { markOf } from '#app/domain/scoring/mark.ts'
import { criterionForm } from '#app/forms/rubric.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveCriterion } from '#app/services/campaign/save-criterion.ts'
import { BoundNumber, BoundText } from '#app/ui/forms/bound-field.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { LocalizedInput } from '#app/ui/organiser/localized-input.tsx'
import { ScaleFields } from '#app/ui/organiser/scale-fields.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'

const PARAMS = { campaignId: 'id', code: 'code', criterion: 'code' } as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId, code, criterion: asked } = readParams(args.params, PARAMS)
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const category = regulation.categories.find((one) => one.code === code)
  const criterion = category?.rubric.criteria.find((one) => one.code === asked)
  if (!category || !criterion) throw notFound()
  const own = blockersOf(blockers, ['rubric'], code).filter(({ facts }) => facts['criterion'] === asked)
  return { head, code, category: category.name, criterion, blockers: own }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId, code, criterion } = readParams(args.params, PARAMS)
  const parsed = await parseForm(args.request, criterionForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { threshold, commentAt, ...typed } = parsed.value
  const result = await saveCriterion(args.context.app, actor, {
    ...{ campaignId, category: code, criterion, ...typed },
    ...{ threshold: threshold ?? null, commentAt: commentAt ?? null },
  })
  return respond(result, {
    to: paths.campaignRubric(locale, campaignId, code),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.criterion.heading' }

export default function CriterionPage() {
  const t = useT()
  const locale = useLocale()
  const { head, code, category, criterion, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const inRubric = t('campaign.rubric.title', { name: shownIn(category, locale)?.text ?? code })
  const { commentAt } = criterion
  return (
    <EditPage
      head={head}
      title={t('campaign.criterion.title', { name: shownIn(criterion.name, locale)?.text ?? criterion.code })}
      via={{ href: paths.campaignRubric(locale, head.id, code), label: inRubric }}
      schema={criterionForm}
      failure={failure}
      blockers={blockers}
    >
      <LocalizedInput name="name" label={t('campaign.criterion.name')} text={criterion.name} />
      <ScaleFields criterion={criterion} />
      <BoundNumber
        name="threshold"
        decimals
        optional
        label={t('campaign.criterion.threshold')}
        hint={t('campaign.criterion.thresholdNote')}
        defaultValue={criterion.threshold ?? ''}
      />
      <BoundText
        name="commentAt"
        look="short"
        dir="ltr"
        optional
        label={t('campaign.criterion.commentAt')}
        hint={t('campaign.criterion.commentAtNote')}
        defaultValue={commentAt?.map((level) => markOf(criterion, level)).join('; ') ?? ''}
      />
    </EditPage>
  )
}
