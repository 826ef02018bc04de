import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { juryRuleForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveJuryRule } from '#app/services/campaign/save-jury-rule.ts'
import { BoundNumber, BoundText } from '#app/ui/forms/bound-field.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Table } from '#app/ui/primitives/table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  return { head, jury: regulation.jury, blockers: blockersOf(blockers, ['jury-rules', 'seats']) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, juryRuleForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version, ...rules } = parsed.value
  const result = await saveJuryRule(args.context.app, actor, { campaignId, version, rules })
  return respond(result, {
    to: paths.campaignSetup(locale, campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

const NUMBERS = ['readersPerNomination', 'minimumSheets', 'loadLimit'] as const

export const handle = { title: 'campaign.jury.title' }

export default function JuryPage() {
  const t = useT()
  const { head, jury, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  return (
    <EditPage
      head={head}
      title={t('campaign.jury.title')}
      schema={juryRuleForm}
      failure={failure}
      blockers={blockers}
    >
      {NUMBERS.map((name) => (
        <BoundNumber
          key={name}
          name={name}
          label={t(`campaign.jury.${name}`)}
          defaultValue={String(jury[name])}
        />
      ))}
      <BoundText
        name="minimumShare"
        look="short"
        dir="ltr"
        label={t('campaign.jury.minimumShare')}
        defaultValue={jury.minimumShare}
      />
      <Table
        caption={t('campaign.jury.seatsCaption')}
        columns={[
          {
            key: 'seat',
            header: t('campaign.jury.seat'),
            cell: (seat) => <LocalizedText text={seat.label} />,
          },
          { key: 'role', header: t('campaign.jury.seatRole'), cell: (seat) => t(`work.role.${seat.role}`) },
          {
            key: 'code',
            header: t('campaign.jury.code'),
            cell: (seat) => <Reference code>{seat.code}</Reference>,
          },
        ]}
        rows={jury.seats}
        rowKey={(seat) => seat.code}
        narrow="rows"
      />
    </EditPage>
  )
}
