import type { Facts } from '#app/domain/kernel/result.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Reference } from '../primitives/reference.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { Tag } from '../primitives/tag.tsx'
import { Time } from '../primitives/time.tsx'
import { actName, handName } from './act-name.ts'

type Row = {
  readonly index: number
  readonly at: number
  readonly role: string
  readonly person: string | null
  readonly act: string
  readonly subject: string
  readonly subjectId: string
  readonly facts: Facts
  readonly isWhole: boolean
}

/** One line of the log per row: place, instant, who in which role, what, and on what with which facts. */
export function TrailTable({ rows }: { rows: readonly Row[] }) {
  const t = useT()
  const format = useFormat()
  const columns: readonly Column<Row>[] = [
    {
      key: 'index',
      header: t('results.trail.index'),
      numeric: true,
      cell: ({ index }) => <bdi>{format.number(index)}</bdi>,
    },
    { key: 'at', header: t('results.trail.at'), cell: ({ at }) => <Time at={at} style="short" /> },
    {
      key: 'who',
      header: t('results.trail.who'),
      cell: ({ person, role }) => (
        <>
          <bdi>{person ?? t('results.trail.system')}</bdi>
          {person === null && role === 'system' ? null : <small>{handName(t, role)}</small>}
        </>
      ),
    },
    {
      key: 'act',
      header: t('results.trail.act'),
      cell: ({ act, isWhole }) => (
        <>
          {actName(t, act)} {isWhole ? null : <Tag kind="bad">{t('results.trail.changed')}</Tag>}
        </>
      ),
    },
    {
      key: 'facts',
      header: t('results.trail.facts'),
      named: false,
      cell: ({ subject, subjectId, facts }) => (
        <ul className="told">
          {[[subject, subjectId] as const, ...Object.entries(facts)].map(([name, value]) => (
            <li key={name}>
              <Reference code>{`${name}: ${String(value)}`}</Reference>
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <Table
      caption={t('results.trail.title')}
      captionHidden
      narrow="rows"
      columns={columns}
      rows={rows}
      rowKey={({ index }) => String(index)}
    />
  )
}
