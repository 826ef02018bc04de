import type { ReactNode } from 'react'
import type { Figure } from '#app/domain/advice/advice.ts'
import type { Bounded } from '#app/domain/advice/panel.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { CsvLink, Numbers } from '../patterns/numbers.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { Dropped } from './dropped.tsx'
import { useWithheld } from './withheld.ts'

/** A number whose sign and comma keep their order in an Arabic sentence. */
export const Num = ({ children }: { children: string }) => (
  <bdi dir="ltr" className="num">
    {children}
  </bdi>
)

/** The placeholders of a figure and its interval; a bound that does not exist is a dash. */
export function useBounds(): (of: Bounded, decimals?: number) => Readonly<Record<string, ReactNode>> {
  const format = useFormat()
  return ({ value, low, high }, decimals = 2) =>
    Object.fromEntries(
      Object.entries({ value, low, high }).map(([name, one]) => [
        name,
        <Num key={name}>{one === null ? '–' : format.number(one, decimals)}</Num>,
      ]),
    )
}

/** The sentence of a figure: one without an interval has its own, which promises none. */
export const toldBy = (key: string, { low, high }: Omit<Bounded, 'value'>): string =>
  low === null || high === null ? `${key}Alone` : key

/** The three columns of a figure and its interval; `key` names the header of the first. */
export function useBoundColumns<Row extends Bounded>(header: string, decimals = 2): readonly Column<Row>[] {
  const t = useT()
  const format = useFormat()
  const column = (key: string, name: string, of: (row: Row) => number | null): Column<Row> => ({
    key,
    header: t(`figures.panel.column.${name}`),
    numeric: true,
    cell: (row) => {
      const value = of(row)
      return value === null ? '–' : <Num>{format.number(value, decimals)}</Num>
    },
  })
  return [
    column('value', header, (row) => row.value),
    column('low', 'low', (row) => row.low),
    column('high', 'high', (row) => row.high),
  ]
}

export type PanelTable<Row> = {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  /** `rows` where the first column is a sentence: on a phone each row becomes a block. */
  readonly narrow?: 'rows'
}
type Props<T, Row> = {
  name: 'intraclass' | 'ordinal' | 'kappa' | 'fleiss' | 'drift' | 'halo' | 'interest' | 'identical' | 'quick'
  figure: Figure<T>
  /** Where its CSV is. */
  file: string
  /** What the table is, when it is not what the title says. */
  caption: string
  finding: (value: T) => ReactNode
  table: (value: T) => PanelTable<Row>
  /** The figures whose intervals may have dropped resamples. */
  resampled?: (value: T) => readonly Bounded[]
}

/** The largest share that an interval of the figure dropped; undefined when none did. */
const mostDropped = (of: readonly Bounded[]): number | undefined =>
  of.reduce<number | undefined>(
    (most, { dropped }) => Math.max(most ?? 0, dropped ?? 0) || undefined,
    undefined,
  )

/** One figure: its finding, what it means and does not mean, its numbers and their file; or what closes it. */
export function PanelFigure<T, Row>(props: Props<T, Row>) {
  const { name, figure, file, caption, finding, table, resampled = () => [] } = props
  const t = useT()
  const withheld = useWithheld()
  return (
    <>
      <h3>{t(`figures.panel.${name}.title`)}</h3>
      {figure.withheld ? <p className="say2">{withheld(figure.withheld)}</p> : finding(figure.value)}
      <p className="hint">{t(`figures.panel.${name}.meaning`)}</p>
      {figure.withheld ? null : <Dropped share={mostDropped(resampled(figure.value))} />}
      {figure.withheld ? null : (
        <Numbers of={caption}>
          <Table caption={caption} captionHidden {...table(figure.value)} />
          <p>
            <CsvLink of={caption} href={file} />
          </p>
        </Numbers>
      )}
    </>
  )
}
