import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { procedureRuleForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveProcedureRule } from '#app/services/campaign/save-procedure-rule.ts'
import { BoundCheckbox, BoundNumber, BoundRadios, BoundText } from '#app/ui/forms/bound-field.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const { completionWorkingDays, appealWorkingDays } = regulation.screening
  return {
    head,
    days: { completionWorkingDays, appealWorkingDays },
    deliberation: regulation.deliberation,
    level: regulation.publication.level,
    blockers: blockersOf(blockers, ['screening-rules', 'deliberation-rules']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, procedureRuleForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version, completionWorkingDays, appealWorkingDays, level, ...deliberation } = parsed.value
  const result = await saveProcedureRule(args.context.app, actor, {
    ...{ campaignId, version, deliberation, level },
    days: { completionWorkingDays, appealWorkingDays },
  })
  return respond(result, {
    to: paths.campaignSetup(localeOf(args.params), campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

const VOTES = ['secret', 'open'] as const
const MAJORITIES = ['absolute', 'simple', 'two_thirds'] as const
const LEVELS = ['L2', 'L1', 'L0'] as const

export const handle = { title: 'campaign.procedure.title' }

export default function ProcedurePage() {
  const t = useT()
  const { head, days, deliberation, level, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const label = (name: string): string => t(`campaign.procedure.${name}`)
  const choices = (of: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: label(`${of}.${value}`) }))
  return (
    <EditPage
      head={head}
      title={label('title')}
      schema={procedureRuleForm}
      failure={failure}
      blockers={blockers}
    >
      <h2 className="h-sec">{label('screening')}</h2>
      {Object.entries(days).map(([name, value]) => (
        <BoundNumber key={name} name={name} label={label(name)} defaultValue={String(value)} />
      ))}
      <h2 className="h-sec">{label('deliberation')}</h2>
      <BoundText
        name="quorum"
        look="short"
        dir="ltr"
        label={label('quorum')}
        hint={label('quorumHint')}
        defaultValue={deliberation.quorum}
      />
      <BoundRadios
        name="vote"
        label={label('vote')}
        value={deliberation.vote}
        options={choices('votes', VOTES)}
      />
      <BoundRadios
        name="majority"
        label={label('majority')}
        value={deliberation.majority}
        options={choices('majorities', MAJORITIES)}
      />
      <BoundCheckbox name="castingVote" label={label('castingVote')} checked={deliberation.castingVote} />
      <h2 className="h-sec">{label('publication')}</h2>
      <BoundRadios
        name="level"
        label={label('level')}
        hint={label('levelNote')}
        value={level}
        options={choices('levels', LEVELS)}
      />
    </EditPage>
  )
}
