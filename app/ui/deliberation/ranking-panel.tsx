import { Fragment } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { EmptyState } from '../patterns/empty-state.tsx'
import { Dots } from '../primitives/dots.tsx'
import { CsvLink } from '../patterns/numbers.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { AxisScale, ThresholdNames } from './ranking-axis.tsx'
import {
  axisOf,
  eyeValue,
  type Figures,
  type Line,
  placesOn,
  type Scale,
  type Threshold,
} from './ranking-line.ts'
import { RankingNumbers } from './ranking-numbers.tsx'
import { RankingRow, type TiePlace } from './ranking-row.tsx'
import { type Rounds, RoundsHint } from './rounds-hint.tsx'

type Props = {
  lines: readonly Line[]
  figures: Readonly<Record<string, Figures>>
  thresholds: readonly Threshold[]
  /** The lowest and the highest score that there can be, exact text. */
  scale: readonly [low: string, high: string]
  /** The public draw that the regulation names, if it does. */
  lot: { readonly outcome: string | null } | null
  rounds: Rounds | null
  seesRanking: boolean
  csvHref: string
}

function ThresholdLine({ thresholds }: Pick<Props, 'thresholds'>) {
  const t = useT()
  const format = useFormat()
  if (thresholds.length === 0) return null
  return (
    <li>
      <span className="key key--threshold" aria-hidden="true" />
      <span>
        {t('figures.key.threshold')}{' '}
        <Dots>
          {thresholds.map(({ type, label, at }) => (
            <Fragment key={type}>
              <LocalizedText text={label} />
              {'\u00A0'}
              <bdi className="num">{format.number(at)}</bdi>
            </Fragment>
          ))}
        </Dots>
      </span>
    </li>
  )
}

function Key({ thresholds }: Pick<Props, 'thresholds'>) {
  const t = useT()
  return (
    <ul className="legend rk__key">
      {(['official', 'interval', 'adjusted', 'sheet'] as const).map((mark) => (
        <li key={mark}>
          <span className={`key key--${mark}`} aria-hidden="true" /> {t(`figures.key.${mark}`)}
        </li>
      ))}
      <ThresholdLine thresholds={thresholds} />
    </ul>
  )
}

/** An exact tie that no step of the rules breaks: the jury votes. */
function TieBox({ lines, lot }: Pick<Props, 'lines' | 'lot'>) {
  const t = useT()
  if (!lines.some((line) => line.tied && line.finalist)) return null
  return (
    <div className="tiebox">
      <Icon name="scale" />
      <span>
        <b>{t('deliberation.ranking.tieTitle')}</b>{' '}
        {t(
          lot === null || lot.outcome !== null
            ? 'deliberation.ranking.tieText'
            : 'deliberation.ranking.tieLot',
        )}
      </span>
    </div>
  )
}

const tieOf = (lines: readonly Line[], at: number): TiePlace | null => {
  const line = lines[at]
  if (line?.tied !== true) return null
  const equals = (other: Line | undefined): boolean => other?.tied === true && other.rank === line.rank
  if (!equals(lines[at - 1])) return 'first'
  return equals(lines[at + 1]) ? 'inner' : 'last'
}

/**
 * The figure of the room (picture F): official rank and score first; interval, adjusted score and single sheets beside
 * it, advisory and without names. The same numbers as a table below, and as a file.
 */
export function RankingPanel(props: Props) {
  const { lines, figures, thresholds, scale: written, lot, rounds, seesRanking, csvHref } = props
  const t = useT()
  const scale: Scale = [eyeValue(written[0]), eyeValue(written[1])]
  const axis = axisOf(lines, figures, scale)
  // The axis begins under what is shown: a threshold below it has no place on it, and is only named in the key.
  const drawn = thresholds.filter(({ at }) => at >= axis[0] && at <= axis[1])
  if (lines.length === 0)
    return <EmptyState title={t(`deliberation.ranking.${seesRanking ? 'pending' : 'closed'}`)} />
  const head = ['rank', 'nomination', 'plot', 'score', 'range'] as const
  return (
    <section className="fig" aria-labelledby="ranking">
      <header>
        <h2 id="ranking">{t('figures.title')}</h2>
        <span className="acts">
          <Link href="#ranking-numbers">{t('figures.table')}</Link>
          <CsvLink of={t('figures.title')} href={csvHref} />
        </span>
      </header>
      <RoundsHint rounds={rounds} />
      <table className="rk">
        <caption className="vh">{t('figures.title')}</caption>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col" className={`rk__h-${column}`}>
                <span className={column === 'plot' ? 'vh' : undefined}>{t(`figures.column.${column}`)}</span>
                {column === 'plot' ? <AxisScale axis={axis} scale={scale} /> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <RankingRow
              key={line.nominationId}
              {...{ line, axis, scale }}
              thresholds={drawn}
              figures={figures[line.nominationId] ?? null}
              tie={tieOf(lines, at)}
            />
          ))}
        </tbody>
        {drawn.length === 0 ? null : <ThresholdNames thresholds={drawn} axis={axis} />}
      </table>
      <Key thresholds={thresholds} />
      <TieBox lines={lines} lot={lot} />
      <RankingNumbers lines={lines} figures={figures} places={placesOn(scale)} />
    </section>
  )
}
