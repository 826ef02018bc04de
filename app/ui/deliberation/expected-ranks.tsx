import type { Figure } from '#app/domain/advice/advice.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { DotWhisker } from '../patterns/dot-whisker.tsx'
import { CsvLink, Numbers } from '../patterns/numbers.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { Num } from './panel-figure.tsx'
import type { ExpectedRank, Figures, Line } from './ranking-line.ts'
import { useWithheld } from './withheld.ts'

type Row = { readonly line: Line; readonly expected: ExpectedRank }
type Props = {
  /** Ranked nominations, in the order of the official rank. */
  lines: readonly Line[]
  figures: Readonly<Record<string, Figures>>
  /** Null in figures made before it was computed. */
  expected: Figure<{ readonly draws: number }> | null
  places: number
  seed: number
  csvHref: string
}
/** As many rows as a room reads at once. */
const ROWS = 8

/** Who is expected first, and how many are on neither side of the last place. */
function Finding({ rows, places }: { rows: readonly Row[]; places: number }) {
  const t = useT()
  const format = useFormat()
  const first = rows.reduce((best, row) => (row.expected.rank < best.expected.rank ? row : best))
  const across = rows.filter(({ expected }) => expected.low <= places && places < expected.high)
  return (
    <p className="say2">
      <b>
        <Phrase
          k="figures.expected.first"
          parts={{
            title: <LocalizedText text={first.line.title} />,
            rank: <Num>{format.number(first.expected.rank, 1)}</Num>,
            low: <Num>{format.number(first.expected.low)}</Num>,
            high: <Num>{format.number(first.expected.high)}</Num>,
          }}
        />
      </b>{' '}
      {t('figures.expected.across', { count: across.length })}
    </p>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useT()
  const format = useFormat()
  const column = (key: string, cell: Column<Row>['cell'], header = `figures.column.${key}`): Column<Row> => ({
    ...{ key, header: t(header), cell },
    numeric: true,
  })
  return [
    {
      key: 'nomination',
      header: t('figures.column.nomination'),
      cell: ({ line }) => <LocalizedText text={line.title} />,
    },
    column('rank', ({ line }) => <bdi>{line.rank}</bdi>),
    column(
      'expected',
      ({ expected }) => <bdi className="num">{format.number(expected.rank, 1)}</bdi>,
      'figures.expected.column',
    ),
    column('expectedRange', ({ expected: { low, high } }) => (
      <bdi className="num">{low === high ? low : t('figures.range', { best: low, worst: high })}</bdi>
    )),
    column('percentile', ({ expected }) => (
      <bdi className="num">{format.percent(expected.percentile / 100)}</bdi>
    )),
  ]
}

/** The expected rank of each nomination with its interval: what the model says of the order, which moves no rank. */
export function ExpectedRanks({ lines, figures, expected, places, seed, csvHref }: Props) {
  const t = useT()
  const withheld = useWithheld()
  const columns = useColumns()
  const rows = lines.flatMap((line): Row[] => {
    const found = figures[line.nominationId]?.expected ?? null
    return found === null ? [] : [{ line, expected: found }]
  })
  if (expected === null) return null
  const title = t('figures.expected.title')
  return (
    <section className="blk" aria-labelledby="expected">
      <header>
        <h2 id="expected">{title}</h2>
        {expected.withheld ? null : (
          <span className="acts">
            <CsvLink of={title} href={csvHref} />
          </span>
        )}
      </header>
      {expected.withheld || rows.length === 0 ? (
        <p className="say2">
          {t('figures.expected.withheld')} {expected.withheld ? withheld(expected.withheld) : null}
        </p>
      ) : (
        <>
          <Finding rows={rows} places={places} />
          <DotWhisker
            label={title}
            axis={[1, Math.max(2, lines.length)]}
            threshold={places + 0.5}
            line={t('figures.expected.line')}
            rows={rows.slice(0, ROWS).map(({ line, expected: { rank, low, high } }) => ({
              ...{ key: line.nominationId, value: rank, low, high },
              name: shownIn(line.title, t.locale)?.text ?? '',
            }))}
          />
          <p className="hint">{t('figures.expected.how', { count: expected.value.draws, seed })}</p>
          <Numbers of={title}>
            <Table
              caption={title}
              captionHidden
              narrow="rows"
              rows={rows}
              rowKey={({ line }) => line.nominationId}
              columns={columns}
            />
          </Numbers>
        </>
      )}
    </section>
  )
}
