import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { placer, WhiskerPlot } from '../patterns/whisker-plot.tsx'
import { classes } from '../primitives/classes.ts'
import { Icon } from '../primitives/icon.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import {
  eyeValue,
  type Figures,
  type Line,
  placesOn,
  type Scale,
  tensOf,
  type Threshold,
} from './ranking-line.ts'

/** Of a run of equal ranks, which a bracket holds together. */
export type TiePlace = 'first' | 'inner' | 'last'
type Props = {
  line: Line
  figures: Figures | null
  axis: Scale
  scale: Scale
  thresholds: readonly Threshold[]
  /** Where the row stands in a run of equal ranks. */
  tie: TiePlace | null
}

/** The step of the cascade that gave the place, in words; a tie that no step broke says so. */
export function useStep(): (line: Line) => string {
  const t = useT()
  const format = useFormat()
  const name = (text: Localized | null): string =>
    (text && shownIn(text, t.locale)?.text) ?? t('deliberation.ranking.whole')
  return ({ decidedBy, decidedOn, unranked, tied, rank }) => {
    if (unranked?.kind === 'quorum') return t('deliberation.ranking.belowQuorum', { ...unranked })
    if (unranked)
      return t('deliberation.ranking.belowThreshold', { names: format.list(unranked.below.map(name)) })
    if (rank === null) return t('deliberation.ranking.unranked')
    if (tied) return t('deliberation.ranking.tied')
    if (decidedBy === null || decidedBy === 'score' || decidedBy === '') return ''
    const step = decidedBy.startsWith('criterion:') ? 'criterion' : decidedBy
    const known = ['criterion', 'head-to-head', 'median', 'lot'].includes(step) ? step : 'criterion'
    return t(`deliberation.ranking.by.${known}`, { name: name(decidedOn) })
  }
}

/** `4 – 6`: best and worst rank when one member is left out; a single number when nothing moves. */
export function RankRange({ figures }: { figures: Figures | null }) {
  const t = useT()
  if (figures === null) return <>–</>
  const { best, worst } = figures
  return <bdi className="num">{best === worst ? best : t('figures.range', { best, worst })}</bdi>
}

function Plot({ line, figures, axis, scale, thresholds }: Omit<Props, 'tie'>) {
  const t = useT()
  const format = useFormat()
  const official = figures?.official ?? null
  const spread = line.spread.map(eyeValue)
  const places = placesOn(scale)
  return (
    <>
      <span className="vh">
        {official === null ? null : (
          <span>
            {t('common.chart.interval', {
              low: format.number(official.low, places),
              high: format.number(official.high, places),
            })}
          </span>
        )}
        {spread.length === 0 ? null : (
          <span>
            {t('figures.sheets', {
              scores: format.list(spread.map((one) => format.number(one, places))),
            })}
          </span>
        )}
      </span>
      {line.display === '' ? null : (
        <WhiskerPlot
          marks={{
            value: eyeValue(line.display),
            low: official?.low,
            high: official?.high,
            second: figures?.adjusted?.value,
            ticks: spread,
          }}
          x={placer(axis, t.locale === 'ar')}
          lines={tensOf(axis, scale)}
          whole={scale[1] - scale[0]}
          thresholds={thresholds.map(({ at }) => at)}
        />
      )}
    </>
  )
}

/** One nomination of the figure: rank, name, plot, official score, rank without one member. */
export function RankingRow({ line, figures, axis, scale, thresholds, tie }: Props) {
  const t = useT()
  const format = useFormat()
  const step = useStep()(line)
  return (
    <tr className={classes(tie && 'tie', tie && `tie--${tie}`)}>
      <td className="rk__n">{line.rank === null ? '–' : <bdi>{line.rank}</bdi>}</td>
      <th scope="row" className="rk__name">
        <b>
          <LocalizedText text={line.title} />
        </b>
        <small>
          <LocalizedText text={line.administration} />
        </small>
        {step === '' ? null : (
          <small className={line.unranked === null ? undefined : 'rk__why'}>{step}</small>
        )}
      </th>
      <td className="rk__plot">
        <Plot {...{ line, figures, axis, scale, thresholds }} />
      </td>
      <td className="rk__score">
        {line.display === '' ? '–' : <bdi className="num">{format.decimal(line.display)}</bdi>}
      </td>
      <td className="rk__range" data-name={t('figures.column.range')}>
        <RankRange figures={figures} />
        {figures?.wide === true ? (
          <small className="rk__wide">
            <Icon name="split" /> {t('figures.wide')}
          </small>
        ) : null}
      </td>
    </tr>
  )
}
