import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { feastsOf } from '#app/domain/campaign/holidays.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { holidayForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { reviseHolidays } from '#app/services/campaign/revise-holidays.ts'
import { saveHoliday } from '#app/services/campaign/save-holiday.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { BlockerList } from '#app/ui/organiser/blocker-list.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { FeastForm } from '#app/ui/organiser/feast-form.tsx'
import { FeastTable } from '#app/ui/organiser/feast-table.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { Banner } from '#app/ui/primitives/banner.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const feasts = feastsOf(regulation.holidays)
  const day = new URL(args.request.url).searchParams.get('day')
  return {
    head,
    feasts,
    chosen: feasts.find(({ first }) => first === day) ?? null,
    blockers: blockersOf(blockers, ['holidays']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, holidayForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version, of, reason, ...typed } = parsed.value
  const edit = { of: of ?? null, ...typed }
  // A draft is edited; rules in force are revised, with a reason. The act refuses what the page did not expect.
  const result: Result<unknown> = await (reason === undefined
    ? saveHoliday(args.context.app, actor, { campaignId, version, ...edit })
    : reviseHolidays(args.context.app, actor, { campaignId, version, edit, reason }))
  return respond(result, {
    to: paths.campaignHolidays(localeOf(args.params), campaignId),
    flash: 'campaign.flash.holidays',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.holidays.title' }

export default function HolidaysPage() {
  const t = useT()
  const { head, feasts, chosen, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const mayWrite = head.can.edit || head.can.reviseHolidays
  return (
    <>
      <CampaignTitle head={head} title={t('campaign.holidays.title')} setup />
      <div className="work">
        <p className="lead">{t('campaign.holidays.lead')}</p>
        {head.can.reviseHolidays ? <Banner kind="info">{t('campaign.holidays.inForce')}</Banner> : null}
        {blockers.length === 0 ? null : <BlockerList campaignId={head.id} blockers={blockers} />}
        <FeastTable campaignId={head.id} feasts={feasts} mayWrite={mayWrite} />
        {mayWrite ? (
          <FeastForm
            key={chosen?.first ?? 'new'}
            campaignId={head.id}
            version={head.version}
            feast={chosen}
            inForce={!head.can.edit}
            failure={failure}
          />
        ) : null}
      </div>
    </>
  )
}
