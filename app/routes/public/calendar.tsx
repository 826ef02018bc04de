import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { useT } from '#app/i18n/provider.tsx'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { campaignCard } from '#app/ui/public/campaign-picture.server.ts'
import { CalendarView } from '#app/ui/public/calendar-view.tsx'
import { NoCampaign } from '#app/ui/public/no-campaign.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const slug = params['slug'] === undefined ? undefined : readParams(params, { slug: 'code' }).slug
  const result = await publicCampaign(app.db.public, { slug })
  const head = pageHead(request, app.origin, locale, {
    title: 'public.calendar.title',
    lead: 'public.calendar.lead',
    ...campaignCard(app.crypto.sha256, locale, result),
  })
  if (!result.ok && slug === undefined) return { head, campaign: null }
  const { year, slug: here, closesAt, now, regulation } = found(result)
  return {
    head,
    campaign: {
      year,
      slug: here,
      closesAt,
      now,
      calendar: regulation.calendar,
      holidays: regulation.holidays,
    },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function CalendarPage() {
  const t = useT()
  const { campaign } = useLoaderData<typeof loader>()
  return campaign === null ? (
    <NoCampaign title={t('public.calendar.title')} />
  ) : (
    <CalendarView {...campaign} />
  )
}
