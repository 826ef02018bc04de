import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Table } from '../primitives/table.tsx'

type Reader = {
  readonly seatId: string
  readonly name: string
  readonly load: number
  readonly loadLimit: number
  readonly added: number
}

/** How many files each reader has and would have: the bar is full where the reader's own limit is reached, as its words say. */
export function LoadTable({ readers, csv }: { readers: readonly Reader[]; csv: string }) {
  const t = useT()
  const loads = readers.map(({ load, added }) => load + added)
  return (
    <section className="jury-aside">
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
            cell: ({ load, added, loadLimit }) => (
              <>
                <progress
                  className="bar"
                  value={load + added}
                  max={Math.max(1, loadLimit)}
                  aria-hidden="true"
                />
                <bdi>{t('common.counter.of', { value: load + added, total: loadLimit })}</bdi>
                {added === 0 ? null : (
                  <span className="assign-added"> {t('jury.assignment.ofWhichNew', { count: added })}</span>
                )}
              </>
            ),
          },
        ]}
      />
      <p>
        {loads.length === 0
          ? null
          : t('jury.assignment.loadsFinding', { least: Math.min(...loads), most: Math.max(...loads) })}{' '}
        <Link href={csv} download>
          {t('jury.assignment.loadsCsv')}
        </Link>
      </p>
    </section>
  )
}
