import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'

type Props = {
  short: {
    readonly rows: readonly {
      readonly nominationId: string
      readonly reference: string
      readonly sheets: number
      readonly minimum: number
      readonly isSent: boolean
    }[]
    readonly others: number
  } | null
}

/** The files without the sheets that they need, each with the page where the chair decides what becomes of it. */
export function ShortFiles({ short }: Props) {
  const t = useT()
  if (short === null || short.rows.length === 0) return null
  return (
    <section className="stack stack--tight" id="short">
      <h2 className="h-sec">{t('jury.plenary.list')}</h2>
      <p>{t('jury.plenary.listHint')}</p>
      <Table
        caption={t('jury.plenary.list')}
        captionHidden
        narrow="rows"
        rows={short.rows}
        rowKey={(file) => file.nominationId}
        columns={[
          {
            key: 'reference',
            header: t('jury.plenary.file'),
            cell: (file) => (
              <Link href={paths.juryPlenary(t.locale, file.nominationId)}>
                <Reference code>{file.reference}</Reference>
              </Link>
            ),
          },
          {
            key: 'state',
            header: t('jury.plenary.state'),
            cell: (file) => t(file.isSent ? 'jury.plenary.isSent' : 'jury.plenary.isShort'),
          },
          {
            key: 'sheets',
            header: t('jury.plenary.figures.sheets'),
            numeric: true,
            cell: (file) => file.sheets,
          },
          {
            key: 'minimum',
            header: t('jury.plenary.figures.quorum'),
            numeric: true,
            cell: (file) => file.minimum,
          },
        ]}
      />
      {short.others === 0 ? null : <p>{t('jury.plenary.others', { number: short.others })}</p>}
    </section>
  )
}
