import type { LoaderFunctionArgs } from '@remix-run/node'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { iCalendar } from '#app/queries/exports/icalendar.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { MOMENTS } from '#app/ui/public/calendar-view.tsx'
import { translatorOf } from '#app/ui/public/page-head.server.ts'

/** The dates of an edition for a calendar program, in UTC: the program shows its reader's own hour. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const t = translatorOf(locale)
  const { slug } = readParams(params, { slug: 'code' })
  const campaign = found(await publicCampaign(app.db.public, { slug }))
  const name = t('common.site.name')
  const file = iCalendar({
    name: `${name} ${campaign.year}`,
    stamp: campaign.version.frozenAt,
    sequence: campaign.version.number,
    events: MOMENTS.map((key) => ({
      uid: `${campaign.slug}-${key}@${new URL(app.origin).hostname}`,
      at: key === 'nominationsClose' ? campaign.closesAt : campaign.regulation.calendar[key],
      summary: `${name} ${campaign.year} · ${t(`public.calendar.moment.${key}`)}`,
      url: app.origin + paths.calendar(locale, campaign.slug),
    })),
  })
  return publicFile(file, 'text/calendar; charset=utf-8', {
    'content-disposition': `attachment; filename="imtiyaz-${campaign.slug}.ics"`,
  })
}
