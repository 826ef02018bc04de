import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export type Column<Row> = {
  readonly key: string
  readonly header: string
  /** The cell of the first column becomes the row's header. */
  readonly cell: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** Where rows become blocks, the header stands before each value; false where the value is an act or a list that names itself. */
  readonly named?: boolean
  /** A column of buttons alone: paper has nothing to press, and the column stays away. */
  readonly pressed?: boolean
  /** Where the header's sort link goes. */
  readonly sortHref?: string
  readonly sorted?: 'ascending' | 'descending'
}
type Props<Row> = {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty?: ReactNode
  /** `rows`: on a phone each row becomes a block. `sticky`: the first column stays while the rest scrolls. */
  narrow?: 'rows' | 'sticky'
  middle?: boolean
}

const lookOf = <Row,>({ numeric, pressed }: Column<Row>): string | undefined =>
  numeric === true || pressed === true
    ? classes(numeric === true && 'n', pressed === true && 'pressed')
    : undefined

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const t = useT()
  return (
    <th scope="col" className={lookOf(column)} aria-sort={column.sorted}>
      {column.sortHref === undefined ? (
        column.header
      ) : (
        <Link href={column.sortHref}>
          <span className="vh">{t('common.table.sortBy', { column: column.header })}</span>
          <span aria-hidden="true">{column.header}</span>
          {column.sorted === undefined ? null : (
            <Icon name={column.sorted === 'ascending' ? 'chevron-up' : 'chevron-down'} />
          )}
        </Link>
      )}
    </th>
  )
}

/** A name without a value would ask what is missing: an empty cell stays empty. */
function Named<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const value = column.cell(row)
  if (value === null || value === undefined || value === '') return null
  return (
    <>
      <span className="cell-name" aria-hidden="true">
        {column.header}
      </span>
      <bdi>{value}</bdi>
    </>
  )
}

/** A real table: caption, row headers, sort links; wide ones scroll inside their own focusable region. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  empty,
  narrow = 'sticky',
  middle,
}: Props<Row>) {
  const t = useT()
  return (
    <div
      className="table-scroll"
      role="region"
      aria-label={t('common.table.scroll', { caption })}
      tabIndex={0}
    >
      <table className={classes('table', `table--${narrow}`, middle === true && 'table--middle')}>
        <caption className={captionHidden === true ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={lookOf(column)}>
                    {narrow === 'rows' && column.named !== false ? (
                      <Named column={column} row={row} />
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length}>{empty ?? t('common.table.none')}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  )
}
