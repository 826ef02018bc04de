import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { type NominationStatus, StatusTag } from '../patterns/status-tag.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'
import { Time } from '../primitives/time.tsx'

type Line = {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly title: Localized
  readonly submittedAt: number | null
  readonly category: Localized
  readonly administration: Localized
}

/** The files of a campaign, as its office lists them. */
export function NominationTable({ rows }: { rows: readonly Line[] }) {
  const t = useT()
  const locale = useLocale()
  const column = (name: string) => t(`campaign.nominations.column.${name}`)
  return (
    <Table
      caption={t('campaign.nominations.caption')}
      captionHidden
      columns={[
        {
          key: 'reference',
          header: column('reference'),
          cell: (line) => <Reference code>{line.reference}</Reference>,
        },
        {
          key: 'title',
          header: column('title'),
          cell: (line) =>
            shownIn(line.title, locale) === null ? (
              t('campaign.nominations.untitled')
            ) : (
              <LocalizedText text={line.title} />
            ),
        },
        {
          key: 'administration',
          header: column('administration'),
          cell: (line) => <LocalizedText text={line.administration} />,
        },
        {
          key: 'category',
          header: column('category'),
          cell: (line) => <LocalizedText text={line.category} />,
        },
        {
          key: 'state',
          header: column('state'),
          cell: (line) => <StatusTag status={line.state as NominationStatus} />,
        },
        {
          key: 'submittedAt',
          header: column('submittedAt'),
          cell: (line) => (line.submittedAt === null ? null : <Time at={line.submittedAt} style="short" />),
        },
      ]}
      narrow="rows"
      rows={rows}
      rowKey={(line) => line.id}
    />
  )
}
