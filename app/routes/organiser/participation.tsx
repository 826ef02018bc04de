import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ADMINISTRATION_TYPES } from '#app/domain/administration/administration.ts'
import { participationForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveParticipation } from '#app/services/campaign/save-participation.ts'
import { BoundCheckboxes, BoundNumber } from '#app/ui/forms/bound-field.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'

const MEGABYTE = 1024 * 1024

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  return { head, participation: regulation.participation, blockers: blockersOf(blockers, ['participation']) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, participationForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version, evidenceFiles, evidenceMegabytes, videoSeconds, ...rules } = parsed.value
  const evidence = { files: evidenceFiles, bytesEach: evidenceMegabytes * MEGABYTE, videoSeconds }
  const result = await saveParticipation(args.context.app, actor, {
    campaignId,
    version,
    participation: { ...rules, evidence },
  })
  return respond(result, {
    to: paths.campaignSetup(locale, campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.participation.title' }

export default function ParticipationPage() {
  const t = useT()
  const { head, participation, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const { evidence } = participation
  const values = {
    perAdministrationAndCategory: participation.perAdministrationAndCategory,
    minimumMonthsInService: participation.minimumMonthsInService,
    evidenceFiles: evidence.files,
    evidenceMegabytes: Math.floor(evidence.bytesEach / MEGABYTE),
    videoSeconds: evidence.videoSeconds,
  }
  return (
    <EditPage
      head={head}
      title={t('campaign.participation.title')}
      schema={participationForm}
      failure={failure}
      blockers={blockers}
    >
      <BoundCheckboxes
        name="administrationTypes"
        label={t('campaign.participation.administrationTypes')}
        options={ADMINISTRATION_TYPES.map((type) => ({
          value: type,
          label: t(`campaign.administrationType.${type}`),
        }))}
        values={participation.administrationTypes}
      />
      {Object.entries(values).map(([name, value]) => (
        <BoundNumber
          key={name}
          name={name}
          label={t(`campaign.participation.${name}`)}
          defaultValue={String(value)}
        />
      ))}
    </EditPage>
  )
}
