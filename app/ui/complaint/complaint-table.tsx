import type { ComponentProps } from 'react'
import type { ComplaintKind, ComplaintState, ComplaintSubject } from '#app/domain/complaint/complaint.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Reference } from '../primitives/reference.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { Time } from '../primitives/time.tsx'
import { ComplaintTag } from './complaint-tag.tsx'

type Row = {
  readonly id: string
  readonly number: string
  readonly kind: ComplaintKind
  readonly about: ComplaintSubject
  readonly state: ComplaintState
  readonly filedAt: number
  readonly dueAt: number
}
type Props<R extends Row> = Pick<ComponentProps<typeof Table<R>>, 'caption' | 'captionHidden' | 'empty'> & {
  rows: readonly R[]
  hrefOf: (id: string) => string
  /** Whose it is, or what it is about: the one thing that the author and the desk see differently. */
  subject: Column<R>
}

/** The list of the author and of the desk. An answered one is due no more. */
export function ComplaintTable<R extends Row>({ hrefOf, subject, ...table }: Props<R>) {
  const t = useT()
  const columns: readonly Column<R>[] = [
    {
      key: 'number',
      header: t('complaint.number'),
      cell: ({ id, number }) => (
        <Link href={hrefOf(id)}>
          <Reference code>{number}</Reference>
        </Link>
      ),
    },
    { key: 'kind', header: t('complaint.kind'), cell: ({ kind }) => t(`complaint.kinds.${kind}`) },
    { key: 'about', header: t('complaint.about'), cell: ({ about }) => t(`complaint.subjects.${about}`) },
    subject,
    { key: 'state', header: t('complaint.stands'), cell: ({ state }) => <ComplaintTag state={state} /> },
    {
      key: 'filed',
      header: t('complaint.filedAt'),
      cell: ({ filedAt }) => <Time at={filedAt} style="short" show="date" />,
    },
    {
      key: 'due',
      header: t('complaint.dueAt'),
      cell: ({ state, dueAt }) =>
        state === 'answered' ? '–' : <Time at={dueAt} style="short" show="date" />,
    },
  ]
  return <Table narrow="rows" rowKey={({ id }) => id} columns={columns} {...table} />
}
