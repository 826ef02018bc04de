import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { weightAdvice } from '#app/domain/campaign/weight-advice.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { criteriaForm } from '#app/forms/rubric.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { addCriterion } from '#app/services/campaign/add-criterion.ts'
import { adoptRubric } from '#app/services/campaign/adopt-rubric.ts'
import { moveCriterion } from '#app/services/campaign/move-criterion.ts'
import { removeCriterion } from '#app/services/campaign/remove-criterion.ts'
import type { Context } from '#app/services/context.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { NewCriterion, RubricAdoption } from '#app/ui/organiser/criteria-forms.tsx'
import { CriteriaList } from '#app/ui/organiser/criteria-list.tsx'
import { ReasonBanner } from '#app/ui/organiser/reason-banner.tsx'
import { WeightNote } from '#app/ui/organiser/weights.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'

const PARAMS = { campaignId: 'id', code: 'code' } as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId, code } = readParams(args.params, PARAMS)
  const { head, regulation } = found(await campaignSetup(args.context.app, actor, campaignId))
  const category = regulation.categories.find((one) => one.code === code)
  if (!category) throw notFound()
  const { name, rubric } = category
  return { head, code, name, rubric, advice: weightAdvice(rubric.criteria) }
}

type Category = { readonly campaignId: string; readonly category: string }

function act(
  app: Context,
  actor: Actor,
  of: Category,
  { intent: _, ...typed }: z.output<typeof criteriaForm>,
) {
  const input = { ...of, ...typed }
  if ('name' in input) return addCriterion(app, actor, input)
  if ('towards' in input) return moveCriterion(app, actor, input)
  return 'criterion' in input ? removeCriterion(app, actor, input) : adoptRubric(app, actor, input)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId, code } = readParams(args.params, PARAMS)
  const parsed = await parseForm(args.request, criteriaForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await act(args.context.app, actor, { campaignId, category: code }, parsed.value)
  const added = parsed.value.intent === 'add' ? parsed.value.criterion : null
  return respond(result, {
    // A new criterion still wants its sentences.
    to:
      added === null
        ? paths.campaignCriteria(locale, campaignId, code)
        : paths.campaignCriterion(locale, campaignId, code, added),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.criteria.heading' }

export default function CriteriaPage() {
  const t = useT()
  const locale = useLocale()
  const { head, code, name, rubric, advice } = useLoaderData<typeof loader>()
  const shown = shownIn(name, locale)?.text ?? code
  const back = paths.campaignRubric(locale, head.id, code)
  const failure = failureOf(useActionData())
  const adding = failure?.typed['intent'] === 'add'
  const { version } = head
  return (
    <>
      <CampaignTitle
        head={head}
        title={t('campaign.criteria.title', { name: shown })}
        setup
        via={{ href: back, label: t('campaign.rubric.title', { name: shown }) }}
      />
      <div className="work">
        {head.can.edit ? null : <Banner kind="info">{t('campaign.setup.frozen')}</Banner>}
        <p className="lead">
          {t('campaign.criteria.lead')} {head.can.edit ? t('campaign.criteria.untilOpening') : null}
        </p>
        {adding ? null : <ReasonBanner failure={failure} />}
        <WeightNote advice={advice} criteria={rubric.criteria} />
        <CriteriaList
          criteria={rubric.criteria}
          version={version}
          may={head.can.edit}
          hrefOf={(criterion) => paths.campaignCriterion(locale, head.id, code, criterion)}
        />
        {head.can.edit ? (
          <>
            <NewCriterion version={version} failure={adding ? failure : undefined} />
            <RubricAdoption example={rubric.example} version={version} />
          </>
        ) : null}
        <div className="acts">
          <ButtonLink href={back}>{t('campaign.criteria.back')}</ButtonLink>
        </div>
      </div>
    </>
  )
}
