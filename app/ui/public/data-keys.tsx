import { useT } from '#app/i18n/provider.tsx'
import { Reference } from '../primitives/reference.tsx'
import { type Column, Table } from '../primitives/table.tsx'

const KEYS = [
  'year',
  'edition',
  'ceremonyDate',
  'candidates',
  'organiser',
  'categories',
  'prizes',
  'type',
  'label',
  'outcome',
  'reason',
  'administration',
  'project',
  'id',
  'url',
  'replayed',
  'sources',
  'gaps',
  'snapshot',
] as const
type Key = (typeof KEYS)[number]

/** The dictionary of the file: each key and what it means. */
export function DataKeys() {
  const t = useT()
  const columns: readonly Column<Key>[] = [
    { key: 'key', header: t('public.openData.key'), cell: (key) => <Reference code>{key}</Reference> },
    {
      key: 'meaning',
      header: t('public.openData.meaning'),
      named: false,
      cell: (key) => t(`public.openData.of.${key}`),
    },
  ]
  return (
    <Table
      caption={t('public.openData.keys')}
      captionHidden
      columns={columns}
      rows={KEYS}
      rowKey={(key) => key}
      narrow="rows"
    />
  )
}
