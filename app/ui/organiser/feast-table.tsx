import type { Feast } from '#app/domain/campaign/holidays.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { Day } from '../primitives/time.tsx'

type Props = { campaignId: string; feasts: readonly Feast[]; mayWrite: boolean }

/** The holidays by feast, each with the way to its form. */
export function FeastTable({ campaignId, feasts, mayWrite }: Props) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const said = (key: string): string => t(`campaign.holidays.${key}`)
  const columns: readonly Column<Feast>[] = [
    { key: 'feast', header: said('feast'), cell: ({ name }) => <LocalizedText text={name} /> },
    { key: 'first', header: said('first'), cell: ({ first }) => <Day date={first} style="full" /> },
    { key: 'days', header: said('days'), cell: ({ days }) => <bdi>{format.number(days)}</bdi> },
    {
      key: 'state',
      header: said('state'),
      cell: ({ provisional }) => said(provisional ? 'states.provisional' : 'states.confirmed'),
    },
    ...(mayWrite
      ? [
          {
            key: 'edit',
            header: said('edit'),
            named: false,
            cell: ({ first }: Feast) => (
              <Link href={paths.campaignHolidays(locale, campaignId, first)}>
                {said('edit')} <span className="vh">{format.day(first)}</span>
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <Table
      caption={said('title')}
      captionHidden
      columns={columns}
      rows={feasts}
      rowKey={({ first, name }) => `${first}${name.fr ?? ''}`}
      narrow="rows"
    />
  )
}
