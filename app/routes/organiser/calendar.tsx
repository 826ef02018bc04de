import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CALENDAR_STEPS } from '#app/domain/campaign/calendar.ts'
import { campaignCalendarForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { instantOfWall } from '#app/i18n/legal-instant.ts'
import { useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { reviseCalendar } from '#app/services/campaign/revise-calendar.ts'
import { BoundDate } from '#app/ui/forms/bound-field.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { WallTimeInput } from '#app/ui/organiser/wall-time-input.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  return { head, calendar: regulation.calendar, blockers: blockersOf(blockers, ['calendar']) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, campaignCalendarForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version, ceremonyDate, ...typed } = parsed.value
  const calendar = {
    nominationsOpen: instantOfWall(typed.nominationsOpen),
    nominationsClose: instantOfWall(typed.nominationsClose),
    screeningEnds: instantOfWall(typed.screeningEnds),
    evaluationOpens: instantOfWall(typed.evaluationOpens),
    evaluationCloses: instantOfWall(typed.evaluationCloses),
    deliberation: instantOfWall(typed.deliberation),
    release: instantOfWall(typed.release),
    ceremonyDate: ceremonyDate ?? null,
  }
  const result = await reviseCalendar(args.context.app, actor, { campaignId, version, calendar })
  return respond(result, {
    to: paths.campaignSetup(locale, campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.calendar.title' }

export default function Calendar() {
  const t = useT()
  const { head, calendar, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  return (
    <EditPage
      head={head}
      title={t('campaign.calendar.title')}
      lead={t('campaign.calendar.lead')}
      schema={campaignCalendarForm}
      failure={failure}
      blockers={blockers}
    >
      {CALENDAR_STEPS.map((step) => (
        <WallTimeInput key={step} name={step} label={t(`campaign.calendar.${step}`)} at={calendar[step]} />
      ))}
      <BoundDate
        name="ceremonyDate"
        label={t('campaign.field.ceremonyDate')}
        optional
        value={calendar.ceremonyDate ?? undefined}
      />
    </EditPage>
  )
}
