import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { Day } from '../primitives/time.tsx'

export type ArchiveLine = {
  readonly year: number
  readonly slug: string | null
  readonly ceremonyDate: string | null
  readonly candidates: number | null
  readonly categories: number
  readonly laureates: number
  readonly withheld: number
}

/** The same archive as a table: what the diagram says, for those who read it and for those who hear it. */
export function ArchiveTable({ lines }: { lines: readonly ArchiveLine[] }) {
  const t = useT()
  const locale = useLocale()
  const number = (of: (line: ArchiveLine) => number | null) => (line: ArchiveLine) =>
    line.slug === null ? null : (of(line) ?? <span className="quiet">{t('public.edition.unknown')}</span>)
  const columns: readonly Column<ArchiveLine>[] = [
    {
      key: 'year',
      header: t('public.filter.year'),
      cell: ({ year, slug }) =>
        slug === null ? year : <Link href={paths.edition(locale, slug)}>{year}</Link>,
    },
    {
      key: 'ceremony',
      header: t('public.edition.ceremony'),
      cell: ({ slug, ceremonyDate }) =>
        slug === null ? (
          t('public.sky.gap')
        ) : ceremonyDate === null ? (
          <span className="quiet">{t('public.edition.unknown')}</span>
        ) : (
          <Day date={ceremonyDate} />
        ),
    },
    {
      key: 'candidates',
      header: t('public.edition.candidates'),
      numeric: true,
      cell: number(({ candidates }) => candidates),
    },
    {
      key: 'categories',
      header: t('common.nav.categories'),
      numeric: true,
      cell: number(({ categories }) => categories),
    },
    {
      key: 'laureates',
      header: t('public.edition.laureates'),
      numeric: true,
      cell: number(({ laureates }) => laureates),
    },
    {
      key: 'withheld',
      header: t('public.edition.withheld'),
      numeric: true,
      cell: number(({ withheld }) => withheld),
    },
  ]
  return (
    <details className="archive-table" id="table">
      <summary>{t('public.sky.asTable')}</summary>
      <Table
        caption={t('public.sky.label')}
        columns={columns}
        rows={lines}
        rowKey={({ year }) => String(year)}
      />
    </details>
  )
}
