import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { paths } from '#app/http/paths.ts'
import { CsvLink } from '../patterns/numbers.tsx'
import { Table } from '../primitives/table.tsx'
import { cumulative, Curve, type CurvePoint, type Received } from './tower-curve.tsx'

type Count = { readonly category: string; readonly state: string; readonly count: number }
type Category = { readonly code: string; readonly name: Localized }
type Named = { readonly code: string; readonly name: string }
type Series = Named & { readonly points: readonly CurvePoint[]; readonly before: readonly CurvePoint[] }
type Props = {
  campaignId: string
  categories: readonly Category[]
  counts: readonly Count[]
  edition: Received
  previous: Received | null
  now: number
}

const last = (points: readonly CurvePoint[]): number => points.at(-1)?.sum ?? 0
const totalOf = (all: readonly (readonly CurvePoint[])[]): number =>
  all.reduce((sum, points) => sum + last(points), 0)

/** What the pictures say in words: how many in all, which category received most, and what the dashes stand for. */
function Finding({ series, before }: { series: readonly Series[]; before: number | null }) {
  const t = useT()
  const total = totalOf(series.map(({ points }) => points))
  if (total === 0) return <p className="say2">{t('campaign.tower.receivedNone')}</p>
  const most = series.reduce((best, one) => (last(one.points) > last(best.points) ? one : best))
  return (
    <p className="say2">
      {t('campaign.tower.receivedFinding', { total, category: most.name, most: last(most.points) })}
      {before === null ? null : (
        <>
          {' '}
          {t('campaign.tower.receivedBefore', {
            year: String(before),
            total: totalOf(series.map((one) => one.before)),
          })}
        </>
      )}
    </p>
  )
}

type WeekTableProps = { caption: string; series: readonly (Named & { points: readonly CurvePoint[] })[] }

/** The numbers of the curves: a row a week, a column a category. */
function WeekTable({ caption, series }: WeekTableProps) {
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={caption}
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
      rows={series[0]?.points.map(({ week }) => week) ?? []}
      rowKey={String}
    />
  )
}

/** How many files of each category stand in which state. */
function StateTable({ series, counts }: { series: readonly Named[]; counts: readonly Count[] }) {
  const t = useT()
  const format = useFormat()
  const states = [...new Set(counts.map(({ state }) => state))]
  const countOf = (category: string, state: string): number =>
    counts.find((one) => one.category === category && one.state === state)?.count ?? 0
  return (
    <Table
      caption={t('campaign.tower.states')}
      columns={[
        { key: 'name', header: t('campaign.nominations.category'), cell: ({ name }) => <bdi>{name}</bdi> },
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
  )
}

type MultiplesProps = { series: readonly Series[]; edition: Received; before: number | null }

/** One small picture a category, all on one scale; under each the opening and the closing. */
function Multiples({ series, edition, before }: MultiplesProps) {
  const t = useT()
  const format = useFormat()
  const most = Math.max(1, ...series.flatMap((one) => [last(one.points), last(one.before)]))
  return (
    <div className="multiples">
      {series.map(({ code, name, points, ...one }) => (
        <div key={code}>
          <h3>
            <bdi>{name}</bdi>
            <b>{format.number(last(points))}</b>
          </h3>
          <Curve
            lines={[
              { year: edition.year, points },
              ...(before === null ? [] : [{ year: before, points: one.before }]),
            ]}
            most={most}
            label={t('common.pair.labelled', { label: name, value: last(points) })}
          />
          <p aria-hidden="true" className={before === null ? undefined : 'multiples__axis'}>
            {[edition.opens, edition.closes].map((at) => (
              <bdi key={at}>{format.date(at, 'short', false)}</bdi>
            ))}
          </p>
        </div>
      ))}
    </div>
  )
}

/** Files received, beside the edition before, and the same numbers as tables. */
export function TowerReceived({ campaignId, categories, counts, edition, previous, now }: Props) {
  const t = useT()
  const locale = useLocale()
  const series = categories.map(({ code, name }) => ({
    code,
    name: shownIn(name, locale)?.text ?? code,
    points: cumulative(edition, code, now),
    before: previous === null ? [] : cumulative(previous, code, now),
  }))
  const before = previous?.year ?? null
  const isEmpty = totalOf(series.flatMap((one) => [one.points, one.before])) === 0
  return (
    <section className="blk">
      <header>
        <h2>{t('campaign.tower.received')}</h2>
        <span className="acts">
          <CsvLink of={t('campaign.tower.received')} href={paths.towerFile(locale, campaignId, 'received')} />
        </span>
      </header>
      <Finding series={series} before={before} />
      {/* Empty pictures say nothing: with forty categories they would be a whole screen of it. */}
      {isEmpty ? null : <Multiples series={series} edition={edition} before={before} />}
      <details className="numbers">
        <summary>{t('common.table.show')}</summary>
        <WeekTable caption={t('campaign.tower.receivedTable')} series={series} />
        {before === null ? null : (
          <WeekTable
            caption={t('campaign.tower.receivedTableBefore', { year: String(before) })}
            series={series.map((one) => ({ ...one, points: one.before }))}
          />
        )}
        <StateTable series={series} counts={counts} />
      </details>
    </section>
  )
}
