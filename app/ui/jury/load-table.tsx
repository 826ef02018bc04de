import { useT } from '#app/i18n/provider.tsx'
import { Table } from '../primitives/table.tsx'

type Reader = {
  readonly seatId: string
  readonly name: string
  readonly load: number
  readonly loadLimit: number
}

/** How many files each reader has, beside the limit. */
export function LoadTable({ readers }: { readers: readonly Reader[] }) {
  const t = useT()
  return (
    <Table
      caption={t('jury.assignment.loads')}
      rows={readers}
      rowKey={(reader) => reader.seatId}
      columns={[
        { key: 'name', header: t('work.heat.juror'), cell: (reader) => <bdi>{reader.name}</bdi> },
        {
          key: 'load',
          header: t('jury.assignment.load'),
          numeric: true,
          cell: (reader) => (
            <>
              <progress
                className="bar"
                value={reader.load}
                max={Math.max(1, reader.loadLimit)}
                aria-hidden="true"
              />
              <bdi>{t('common.counter.of', { value: reader.load, total: reader.loadLimit })}</bdi>
            </>
          ),
        },
      ]}
    />
  )
}
