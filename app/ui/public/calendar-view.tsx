import type { Calendar, Regulation } from '#app/domain/campaign/regulation.ts'
import { paths } from '#app/http/paths.ts'
import { machineTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { Day, Time } from '../primitives/time.tsx'
import { PageTitle, Section } from '../shells/page-title.tsx'
import { CampaignRibbon } from './campaign-ribbon.tsx'

export const MOMENTS = [
  'nominationsOpen',
  'nominationsClose',
  'screeningEnds',
  'evaluationOpens',
  'evaluationCloses',
  'deliberation',
  'release',
] as const
type Moment =
  | { readonly key: (typeof MOMENTS)[number]; readonly at: number }
  | { readonly key: 'ceremony'; readonly date: string }
type Holiday = Regulation['holidays'][number]
type Props = {
  year: number
  slug: string
  closesAt: number
  now: number
  calendar: Calendar
  holidays: readonly Holiday[]
}

/**
 * Every instant in legal time with its zone, the holidays that move a working day, and the file for calendars.
 * A holiday before the opening moves nothing: the list begins with the edition.
 */
export function CalendarView({ year, slug, closesAt, now, calendar, holidays }: Props) {
  const t = useT()
  const locale = useLocale()
  const moments = MOMENTS.map((key): Moment => ({
    key,
    at: key === 'nominationsClose' ? closesAt : calendar[key],
  }))
  if (calendar.ceremonyDate !== null) moments.push({ key: 'ceremony', date: calendar.ceremonyDate })
  const opening = machineTime(calendar.nominationsOpen).slice(0, 'yyyy-mm-dd'.length)
  const columns: readonly Column<Moment>[] = [
    {
      key: 'what',
      header: t('public.calendar.what'),
      cell: ({ key }) => t(key === 'ceremony' ? 'public.edition.ceremony' : `public.calendar.moment.${key}`),
    },
    {
      key: 'when',
      header: t('public.calendar.when'),
      cell: (moment) =>
        moment.key === 'ceremony' ? (
          <Day date={moment.date} style="full" />
        ) : (
          <Time at={moment.at} zone="offset" />
        ),
    },
  ]
  const holidayColumns: readonly Column<Holiday>[] = [
    { key: 'name', header: t('public.calendar.holiday'), cell: ({ name }) => <LocalizedText text={name} /> },
    { key: 'date', header: t('public.calendar.date'), cell: ({ date }) => <Day date={date} style="full" /> },
    {
      key: 'state',
      header: t('public.calendar.state'),
      cell: ({ provisional }) => t(provisional ? 'public.calendar.provisional' : 'public.calendar.confirmed'),
    },
  ]
  return (
    <>
      <PageTitle title={t('public.calendar.title')} lead={t('public.edition.name', { year: String(year) })} />
      <div className="wrap">
        <CampaignRibbon calendar={calendar} closesAt={closesAt} now={now} />
        <Section
          title={t('public.calendar.moments')}
          lead={t('public.calendar.lead')}
          link={
            <ButtonLink href={paths.calendarFile(locale, slug)} download icon="download">
              {t('public.calendar.file')}
            </ButtonLink>
          }
        >
          <Table
            caption={t('public.calendar.moments')}
            captionHidden
            columns={columns}
            rows={moments}
            rowKey={({ key }) => key}
            narrow="rows"
          />
        </Section>
        <Section title={t('public.calendar.holidays')} lead={t('public.calendar.holidaysLead')}>
          <Table
            caption={t('public.calendar.holidays')}
            captionHidden
            columns={holidayColumns}
            rows={holidays.filter(({ date }) => date >= opening)}
            rowKey={({ date, name }) => `${date}${name.fr ?? ''}`}
            narrow="rows"
          />
        </Section>
      </div>
    </>
  )
}
