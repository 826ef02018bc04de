import type { Localized } from '#app/domain/kernel/localized.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Table } from '../primitives/table.tsx'
import { Tag } from '../primitives/tag.tsx'
import { SpreadPlot } from './spread-plot.tsx'

type Line = {
  readonly nominationId: string
  readonly title: Localized
  readonly administration: Localized
  readonly rank: number | null
  readonly display: string
  readonly decidedBy: string | null
  readonly tied: boolean
  readonly finalist: boolean
  readonly sheets: number
  readonly spread: readonly string[]
}

/** The step of the cascade that gave the place, in words; a tie that no step broke says so. */
function useStep(): (line: Line) => string {
  const t = useT()
  return ({ decidedBy, tied, rank }) => {
    if (rank === null) return t('deliberation.ranking.unranked')
    if (tied) return t('deliberation.ranking.tied')
    if (decidedBy === null || decidedBy === 'score' || decidedBy === '') return ''
    const step = decidedBy.startsWith('criterion:') ? 'criterion' : decidedBy
    const known = ['criterion', 'head-to-head', 'median', 'lot'].includes(step) ? step : 'criterion'
    return t(`deliberation.ranking.by.${known}`)
  }
}

function TieBox({ lines }: { lines: readonly Line[] }) {
  const t = useT()
  const tied = lines.filter((line) => line.tied && line.finalist)
  if (tied.length === 0) return null
  return (
    <div className="tiebox">
      <Icon name="scale" />
      <span>
        <b>{t('deliberation.ranking.tieTitle')}</b> {t('deliberation.ranking.tieText')}
      </span>
    </div>
  )
}

/** Rows in the order of the official rank with the official score; the sheets' scores show the spread without names. */
export function RankingPanel({ lines, threshold }: { lines: readonly Line[]; threshold: string | null }) {
  const t = useT()
  const format = useFormat()
  const step = useStep()
  return (
    <section aria-labelledby="ranking">
      <h2 id="ranking">{t('deliberation.ranking.title')}</h2>
      <Table
        caption={t('deliberation.ranking.title')}
        captionHidden
        middle
        rowKey={(line) => line.nominationId}
        rows={lines}
        empty={t('deliberation.ranking.empty')}
        columns={[
          {
            key: 'title',
            header: t('deliberation.ranking.nomination'),
            cell: (line) => (
              <>
                <b>
                  <LocalizedText text={line.title} />
                </b>
                <br />
                <small>
                  <LocalizedText text={line.administration} />
                </small>{' '}
                {line.finalist ? <Tag kind="info">{t('deliberation.ranking.finalist')}</Tag> : null}
              </>
            ),
          },
          {
            key: 'rank',
            header: t('deliberation.ranking.rank'),
            numeric: true,
            cell: (line) => (line.rank === null ? '–' : <bdi className="num">{line.rank}</bdi>),
          },
          {
            key: 'spread',
            header: t('deliberation.ranking.spread'),
            cell: (line) => (
              <>
                <span className="vh">
                  {line.spread.length === 0
                    ? '–'
                    : format.list(line.spread.map((one) => format.points(one, 1)))}
                </span>
                <SpreadPlot score={line.display} spread={line.spread} threshold={threshold} />
              </>
            ),
          },
          {
            key: 'score',
            header: t('deliberation.ranking.score'),
            numeric: true,
            cell: (line) => (
              <>
                <b>{line.display === '' ? '–' : <bdi className="num">{format.decimal(line.display)}</bdi>}</b>
                <br />
                <small>{step(line)}</small>
              </>
            ),
          },
        ]}
      />
      <p className="hint">{t('deliberation.ranking.legend')}</p>
      <TieBox lines={lines} />
    </section>
  )
}
