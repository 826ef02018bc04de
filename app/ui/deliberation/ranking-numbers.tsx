import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Numbers } from '../patterns/numbers.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { eyeValue, type Figures, type Line } from './ranking-line.ts'
import { RankRange } from './ranking-row.tsx'

type Row = { readonly line: Line; readonly figures: Figures | null }

function useColumns(places: number, isCarried: boolean): readonly Column<Row>[] {
  const t = useT()
  const format = useFormat()
  const one = (value: number | undefined) =>
    value === undefined ? '–' : <bdi className="num">{format.number(value, places)}</bdi>
  const column = (key: string, cell: Column<Row>['cell']): Column<Row> => ({
    key,
    header: t(`figures.column.${key}`),
    numeric: true,
    cell,
  })
  const points = (text: string | undefined) =>
    text === undefined || text === '' ? '–' : <bdi className="num">{format.decimal(text)}</bdi>
  return [
    {
      key: 'nomination',
      header: t('figures.column.nomination'),
      cell: ({ line }) => <LocalizedText text={line.title} />,
    },
    column('rank', ({ line }) => (line.rank === null ? '–' : <bdi>{line.rank}</bdi>)),
    column('score', ({ line }) => points(line.display)),
    ...(isCarried
      ? [
          column('firstRound', ({ line }) => points(line.rounds?.first)),
          column('secondRound', ({ line }) => points(line.rounds?.second)),
        ]
      : []),
    column('low', ({ figures }) => one(figures?.official?.low)),
    column('high', ({ figures }) => one(figures?.official?.high)),
    column('adjusted', ({ figures }) => one(figures?.adjusted?.value)),
    column('error', ({ figures }) => one(figures?.adjusted?.se)),
    column('chance', ({ figures }) =>
      figures?.chance ? <bdi className="num">{format.percent(figures.chance.probability)}</bdi> : '–',
    ),
    column('expected', ({ figures }) =>
      figures?.expected ? <bdi className="num">{format.number(figures.expected.rank, 1)}</bdi> : '–',
    ),
    column('range', ({ figures }) => <RankRange figures={figures} />),
    column('sheets', ({ line }) => (
      <bdi className="num">
        {format.list(line.spread.map((text) => format.number(eyeValue(text), places)))}
      </bdi>
    )),
  ]
}

/** The numbers of the figure, on the same page. */
export function RankingNumbers({
  lines,
  figures,
  places,
}: {
  lines: readonly Line[]
  figures: Readonly<Record<string, Figures>>
  /** Decimals that tell two scores apart to the eye. */
  places: number
}) {
  const t = useT()
  return (
    <Numbers of={t('figures.title')} id="ranking-numbers">
      <Table
        caption={t('figures.title')}
        captionHidden
        rows={lines.map((line) => ({ line, figures: figures[line.nominationId] ?? null }))}
        rowKey={({ line }) => line.nominationId}
        columns={useColumns(
          places,
          lines.some(({ rounds }) => rounds !== null),
        )}
      />
    </Numbers>
  )
}
