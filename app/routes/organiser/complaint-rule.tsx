import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { targetDays } from '#app/domain/complaint/complaint.ts'
import { complaintRuleForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveComplaintRule } from '#app/services/campaign/save-complaint-rule.ts'
import { BoundNumber } from '#app/ui/forms/bound-field.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const { publication } = regulation
  return {
    head,
    days: { complaintDays: publication.complaintDays, complaintTargetDays: targetDays(publication) },
    blockers: blockersOf(blockers, ['publication-rules']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, complaintRuleForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version, ...days } = parsed.value
  const result = await saveComplaintRule(args.context.app, actor, { campaignId, version, days })
  return respond(result, {
    to: paths.campaignSetup(localeOf(args.params), campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.complaintRule.title' }

export default function ComplaintRulePage() {
  const t = useT()
  const { head, days, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  return (
    <EditPage
      head={head}
      title={t('campaign.complaintRule.title')}
      lead={t('campaign.complaintRule.lead')}
      schema={complaintRuleForm}
      failure={failure}
      blockers={blockers}
    >
      {Object.entries(days).map(([name, value]) => (
        <BoundNumber
          key={name}
          name={name}
          label={t(`campaign.complaintRule.${name}`)}
          defaultValue={String(value)}
        />
      ))}
    </EditPage>
  )
}
