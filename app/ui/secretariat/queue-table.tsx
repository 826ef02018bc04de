import type { ComponentProps } from 'react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { StatusTag } from '../patterns/status-tag.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'
import { Time } from '../primitives/time.tsx'

type Row = {
  readonly id: string
  readonly reference: string
  readonly title: Localized
  readonly administration: Localized
  readonly category: Localized
  readonly state: ComponentProps<typeof StatusTag>['status']
  readonly appealed: boolean
  readonly submittedAt: number | null
  readonly dueAt: number | null
}

/** The dossiers that are at one stage of the screening. */
export function QueueTable({ rows, view }: { rows: readonly Row[]; view: string }) {
  const t = useT()
  return (
    <Table
      caption={t(`secretariat.queue.view.${view}`)}
      captionHidden
      narrow="rows"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'reference',
          header: t('nomination.reference'),
          cell: ({ id, reference }) => (
            <Link href={(view === 'appeals' ? paths.screeningAppeal : paths.screeningFile)(t.locale, id)}>
              <Reference code>{reference}</Reference>
            </Link>
          ),
        },
        {
          key: 'title',
          header: t('nomination.fields.title.label'),
          cell: ({ title }) => <LocalizedText text={title} />,
        },
        {
          key: 'body',
          header: t('nomination.administration'),
          cell: ({ administration }) => <LocalizedText text={administration} />,
        },
        {
          key: 'category',
          header: t('nomination.category'),
          cell: ({ category }) => <LocalizedText text={category} />,
        },
        {
          key: 'state',
          header: t('nomination.state'),
          cell: ({ state, appealed }) => <StatusTag status={appealed ? 'appeal' : state} />,
        },
        {
          key: 'since',
          header: t('secretariat.queue.received'),
          cell: ({ submittedAt }) =>
            submittedAt === null ? null : <Time at={submittedAt} style="short" show="date" />,
        },
        {
          key: 'due',
          header: t(view === 'appeals' ? 'appeal.dueAt' : 'secretariat.queue.due'),
          cell: ({ dueAt }) => (dueAt === null ? null : <Time at={dueAt} style="short" />),
        },
      ]}
    />
  )
}
