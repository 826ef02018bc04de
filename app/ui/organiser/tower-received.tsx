import { type Localized, textIn } from '#app/domain/kernel/localized.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Table } from '../primitives/table.tsx'

type Week = { readonly category: string; readonly week: number; readonly count: number }
type Count = { readonly category: string; readonly state: string; readonly count: number }
type Category = { readonly code: string; readonly name: Localized }

const WIDTH = 256
const HEIGHT = 68

/** The running total of each week, every week of the campaign present: a week without a file is level, not absent. */
export function cumulative(
  weeks: readonly Week[],
  category: string,
): readonly { week: number; sum: number }[] {
  const all = [...new Set(weeks.map(({ week }) => week))].sort((a, b) => a - b)
  let sum = 0
  return all.map((week) => {
    sum += weeks.find((one) => one.week === week && one.category === category)?.count ?? 0
    return { week, sum }
  })
}

function Curve(props: { points: readonly { sum: number }[]; most: number; label: string }) {
  const { most, label } = props
  // Before the first week nothing had come: the line starts from the axis.
  const points = [{ sum: 0 }, ...props.points]
  const step = WIDTH / Math.max(1, points.length - 1)
  const line = points
    .map(
      ({ sum }, index) =>
        `${(index * step).toFixed(1)},${(HEIGHT - (sum / Math.max(1, most)) * HEIGHT + 4).toFixed(1)}`,
    )
    .join(' ')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 8}`} role="img" aria-label={label}>
      <polygon className="ln-area" points={`0,${HEIGHT + 4} ${line} ${WIDTH},${HEIGHT + 4}`} />
      <line className="ln-grid" x1="0" x2={WIDTH} y1={HEIGHT + 4} y2={HEIGHT + 4} />
      <polyline className="ln-now" points={line} />
    </svg>
  )
}

/** Files received, one small picture a category on one scale, and the same numbers as a table. */
export function TowerReceived(props: {
  categories: readonly Category[]
  weeks: readonly Week[]
  counts: readonly Count[]
}) {
  const { categories, weeks, counts } = props
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const series = categories.map(({ code, name }) => ({
    code,
    name: textIn(name, locale)?.text ?? code,
    points: cumulative(weeks, code),
  }))
  const most = Math.max(1, ...series.map(({ points }) => points.at(-1)?.sum ?? 0))
  const rows = [...new Set(weeks.map(({ week }) => week))]
  const states = [...new Set(counts.map(({ state }) => state))]
  const countOf = (category: string, state: string): number =>
    counts.find((one) => one.category === category && one.state === state)?.count ?? 0
  return (
    <section className="blk">
      <header>
        <h2>{t('campaign.tower.received')}</h2>
      </header>
      <div className="multiples">
        {series.map(({ code, name, points }) => (
          <div key={code}>
            <h3>
              <bdi>{name}</bdi>
              <b>{format.number(points.at(-1)?.sum ?? 0)}</b>
            </h3>
            <Curve points={points} most={most} label={`${name} : ${points.at(-1)?.sum ?? 0}`} />
            <p aria-hidden="true">
              {[points[0], points.length > 1 ? points.at(-1) : undefined].map((point) =>
                point === undefined ? null : (
                  <bdi key={point.week}>{format.date(point.week, 'short', false)}</bdi>
                ),
              )}
            </p>
          </div>
        ))}
      </div>
      <details className="numbers">
        <summary>{t('common.table.show')}</summary>
        <Table
          caption={t('campaign.tower.receivedTable')}
          columns={[
            {
              key: 'week',
              header: t('campaign.tower.week'),
              cell: (week) => <bdi>{format.date(week, 'short')}</bdi>,
            },
            ...series.map(({ code, name, points }) => ({
              key: code,
              header: name,
              numeric: true,
              cell: (week: number) => format.number(points.find((point) => point.week === week)?.sum ?? 0),
            })),
          ]}
          rows={rows}
          rowKey={String}
        />
        <Table
          caption={t('campaign.tower.states')}
          columns={[
            {
              key: 'name',
              header: t('campaign.nominations.category'),
              cell: ({ name }) => <bdi>{name}</bdi>,
            },
            ...states.map((state) => ({
              key: state,
              header: t(`work.status.${state}`),
              numeric: true,
              cell: ({ code }: { code: string }) => format.number(countOf(code, state)),
            })),
          ]}
          rows={series}
          rowKey={({ code }) => code}
        />
      </details>
    </section>
  )
}
