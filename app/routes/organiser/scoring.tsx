import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { scoringRuleForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveScoringRule } from '#app/services/campaign/save-scoring-rule.ts'
import { BoundCheckbox, BoundNumber, BoundRadios, BoundText } from '#app/ui/forms/bound-field.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { SecondRoundFields } from '#app/ui/organiser/second-round-fields.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { Link } from '#app/ui/primitives/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  return { head, scoring: regulation.scoring, blockers: blockersOf(blockers, ['scoring-rules']) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, scoringRuleForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version, lotSource, secondRoundPlaces: places, firstRoundPercent, ...rules } = parsed.value
  const carried = firstRoundPercent === undefined ? {} : { firstRoundPercent }
  const result = await saveScoringRule(args.context.app, actor, {
    ...{ campaignId, version },
    rules: {
      ...rules,
      ...(lotSource === undefined ? {} : { lotSource }),
      ...(places === undefined ? {} : { secondRound: { places, ...carried } }),
    },
  })
  return respond(result, {
    to: paths.campaignSetup(locale, campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

const RULES = ['mean', 'median', 'trimmed'] as const

export const handle = { title: 'campaign.scoring.title' }

export default function ScoringPage() {
  const t = useT()
  const locale = useLocale()
  const { head, scoring, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const label = (name: string): string => t(`campaign.scoring.${name}`)
  return (
    <EditPage
      head={head}
      title={label('title')}
      lead={label('lead')}
      schema={scoringRuleForm}
      failure={failure}
      blockers={blockers}
    >
      <BoundRadios
        name="aggregate"
        label={label('aggregate')}
        value={scoring.aggregate}
        options={RULES.map((value) => ({
          value,
          label: label(`rules.${value}`),
          note: label(`rulesNote.${value}`),
        }))}
      />
      <BoundNumber
        name="trimMinimumSheets"
        label={label('trimMinimumSheets')}
        hint={label('trimNote')}
        defaultValue={String(scoring.trimMinimumSheets)}
      />
      <BoundNumber
        name="decimals"
        label={label('decimals')}
        hint={label('decimalsNote')}
        defaultValue={String(scoring.decimals)}
      />
      <BoundCheckbox
        name="lotNamed"
        label={label('lotNamed')}
        note={label('lotNote')}
        checked={scoring.lotNamed}
      />
      <BoundText
        name="lotSource"
        optional
        dir="auto"
        label={label('lotSource')}
        hint={label('lotSourceNote')}
        defaultValue={scoring.lotSource ?? ''}
      />
      <SecondRoundFields rule={scoring.secondRound} />
      <p>
        {label('quorum')}{' '}
        <Link href={paths.campaignJuryRule(locale, head.id)}>{t('campaign.setup.jury')}</Link>
      </p>
    </EditPage>
  )
}
