import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { campaignNamesForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { reviseNames } from '#app/services/campaign/revise-names.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { LocalizedInput } from '#app/ui/organiser/localized-input.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const { awardName, organiser, purposes } = regulation
  return { head, awardName, organiser, purposes, blockers: blockersOf(blockers, ['names']) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, campaignNamesForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await reviseNames(args.context.app, actor, { campaignId, ...parsed.value })
  return respond(result, {
    to: paths.campaignSetup(locale, campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.setup.names' }

export default function Names() {
  const t = useT()
  const { head, awardName, organiser, purposes, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const field = (name: string) => t(`campaign.field.${name}`)
  return (
    <EditPage
      head={head}
      title={t('campaign.setup.names')}
      schema={campaignNamesForm}
      failure={failure}
      blockers={blockers}
    >
      <LocalizedInput name="awardName" label={field('awardName')} text={awardName} others="typed" />
      <LocalizedInput name="organiser" label={field('organiser')} text={organiser} others="typed" />
      <LocalizedInput name="purposes" label={field('purposes')} text={purposes} lines={4} />
    </EditPage>
  )
}
