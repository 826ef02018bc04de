import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { CsvLink } from './numbers.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'

export type HeatState = 'sealed' | 'started' | 'toScore' | 'late' | 'recused' | 'notAssigned'
export type HeatCell = {
  readonly state: HeatState
  /** A link says whose sheet it opens, also to whoever hears it out of its row: the member and the nomination. */
  readonly link?: { readonly href: string; readonly of: string }
}
export type HeatRow = {
  readonly key: string
  readonly name: ReactNode
  readonly cells: readonly HeatCell[]
  readonly done: number
  readonly total: number
}
export type HeatColumn = {
  readonly key: string
  readonly name: ReactNode
  readonly sheets: number
  readonly few: boolean
}

const looks: Record<HeatState, string> = {
  sealed: 'v5',
  started: 'v2',
  toScore: 'v0',
  late: 'v0 late',
  recused: 'x',
  notAssigned: '',
}

function CellContent({ cell }: { cell: HeatCell }) {
  const t = useT()
  const said = t(`work.heat.${cell.state}`)
  const content = (
    <>
      {cell.state === 'sealed' ? (
        <Icon name="check" />
      ) : cell.state === 'late' ? (
        <span aria-hidden="true">!</span>
      ) : null}
      <span className="vh">
        {cell.link === undefined ? said : t('common.pair.labelled', { label: said, value: cell.link.of })}
      </span>
    </>
  )
  return cell.link === undefined ? content : <Link href={cell.link.href}>{content}</Link>
}

/** Members × nominations, a real table: sealed, started or late, and never a score. */
export function HeatMap({
  caption,
  rows,
  columns,
  csvHref,
}: {
  caption?: string
  /** Where the same states are as a file. */
  csvHref: string
  rows: readonly HeatRow[]
  columns: readonly HeatColumn[]
}) {
  const t = useT()
  const title = caption ?? t('work.heat.caption')
  return (
    <figure>
      <HeatFinding rows={rows} title={title} csvHref={csvHref} />
      <div
        className="heat"
        role="region"
        aria-label={t('common.table.scroll', { caption: title })}
        tabIndex={0}
      >
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('work.heat.juror')}</th>
              {columns.map((column) => (
                <th scope="col" key={column.key}>
                  <bdi>{column.name}</bdi>
                </th>
              ))}
              <th scope="col">{t('work.heat.total')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <bdi>{row.name}</bdi>
                </th>
                {row.cells.map((cell, i) => (
                  <td key={columns[i]?.key ?? i} className={looks[cell.state]}>
                    <CellContent cell={cell} />
                  </td>
                ))}
                <td className="total">
                  <progress
                    className="bar"
                    value={row.done}
                    max={Math.max(1, row.total)}
                    aria-hidden="true"
                  />
                  <bdi>{t('common.counter.of', { value: row.done, total: row.total })}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('work.heat.total')}</th>
              {columns.map((column) => (
                <td key={column.key} className={column.few ? 'lo' : undefined}>
                  {column.sheets}
                  {column.few ? ' !' : ''}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <HeatLegend lacks={columns.some(({ few }) => few)} />
    </figure>
  )
}

/** What the picture says in one sentence, and its numbers as a file. */
function HeatFinding({ rows, title, csvHref }: { rows: readonly HeatRow[]; title: string; csvHref: string }) {
  const t = useT()
  const sum = (of: (row: HeatRow) => number): number => rows.reduce((all, row) => all + of(row), 0)
  return (
    <p className="say2">
      {t('work.heat.finding', {
        done: sum(({ done }) => done),
        total: sum(({ total }) => total),
        idle: rows.filter(({ done, total }) => done === 0 && total > 0).length,
      })}{' '}
      <CsvLink of={title} href={csvHref} />
    </p>
  )
}

/** `lacks`: a column has fewer sheets than the regulation asks for, and bears its sign. */
function HeatLegend({ lacks }: { lacks: boolean }) {
  const t = useT()
  return (
    <figcaption className="legend heat-key">
      {(['sealed', 'started', 'toScore', 'late', 'recused'] as const).map((state) => (
        <span key={state}>
          <span className={`swatch ${looks[state]}`} aria-hidden="true" />
          {t(`work.heat.${state}`)}
        </span>
      ))}
      {lacks ? (
        <span>
          <span className="lo" aria-hidden="true">
            !
          </span>
          {t('work.heat.lacking')}
        </span>
      ) : null}
    </figcaption>
  )
}
