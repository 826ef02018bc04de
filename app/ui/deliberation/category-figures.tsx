import type { ReactNode } from 'react'
import type { Figure, Withheld } from '#app/domain/advice/advice.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { BoundFormat } from '#app/i18n/bound-format.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { DotWhisker } from '../patterns/dot-whisker.tsx'
import { FiguresOf, Numbers } from '../patterns/numbers.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { type AgreementFigure, AgreementSentence } from './agreement-sentence.tsx'
import { type ConcordanceFigure, ConcordanceSentence } from './concordance-sentence.tsx'
import { Dropped } from './dropped.tsx'
import { SeverityDeviation } from './severity-deviation.tsx'
import { useReserve, useWithheld } from './withheld.ts'

type Juror = {
  readonly name: string
  readonly sheets: number
  readonly mean: number
  readonly severity: { readonly value: number; readonly se: number } | null
  readonly consistency: number | null
  readonly rangeRatio: number | null
}
type Unusual = {
  readonly reference: string
  readonly title: Localized
  readonly juror: string
  readonly residual: number
}
type Figures = {
  readonly jurors: readonly Juror[]
  readonly unusual: readonly Unusual[]
  readonly severity: Figure<{ readonly deviation: number }>
  readonly agreement: AgreementFigure
  readonly concordance: ConcordanceFigure | null
  readonly reserves: readonly Withheld[]
}
export type CategoryFiguresProps = {
  category: { readonly code: string; readonly name: Localized; readonly figures: Figures | null }
  /** What follows the figures by name. */
  children: ReactNode
}

/** Two standard errors: about 95 %. */
const SPAN = 2

function SeverityPlot({ jurors }: { jurors: readonly Juror[] }) {
  const t = useT()
  const rows = jurors.flatMap((juror) => {
    if (juror.severity === null) return []
    const { value, se } = juror.severity
    return [{ key: juror.name, name: juror.name, value, low: value - SPAN * se, high: value + SPAN * se }]
  })
  const reach = Math.max(5, ...rows.flatMap((row) => [Math.abs(row.low), Math.abs(row.high)]))
  const edge = Math.ceil(reach / 5) * 5
  return (
    <DotWhisker
      label={t('figures.jury.severity')}
      line={t('figures.jury.even')}
      rows={rows}
      axis={[-edge, edge]}
      threshold={0}
    />
  )
}

/** Who stands out, in the words that the juror may be given (scoring rules, section 2.6). */
function SeverityFinding({ figures }: { figures: Figures }) {
  const t = useT()
  const withheld = useWithheld()
  if (figures.severity.withheld) return <p className="say2">{withheld(figures.severity.withheld)}</p>
  const apart = figures.jurors.filter(
    ({ severity }) => severity !== null && Math.abs(severity.value) > SPAN * severity.se,
  )
  return (
    <>
      <p className="say2">
        <b>{t('figures.jury.apart', { count: apart.length })}</b>{' '}
        <SeverityDeviation deviation={figures.severity.value.deviation} />
      </p>
      <p className="hint">{t('figures.jury.meaning')}</p>
    </>
  )
}

function useJurorColumns(): readonly Column<Juror>[] {
  const t = useT()
  const format = useFormat()
  const figure = (key: string, of: (juror: Juror) => number | null, decimals: number): Column<Juror> => ({
    key,
    header: t(`figures.jury.column.${key}`),
    numeric: true,
    cell: (juror) => {
      const value = of(juror)
      return value === null ? '–' : <bdi className="num">{format.number(value, decimals)}</bdi>
    },
  })
  return [
    { key: 'juror', header: t('work.heat.juror'), cell: (juror) => <bdi>{juror.name}</bdi> },
    figure('sheets', (juror) => juror.sheets, 0),
    figure('mean', (juror) => juror.mean, 1),
    figure('severity', (juror) => juror.severity?.value ?? null, 1),
    figure('error', (juror) => juror.severity?.se ?? null, 1),
    figure('consistency', (juror) => juror.consistency, 2),
    figure('range', (juror) => juror.rangeRatio, 2),
  ]
}

/** Where the other sheets agree almost exactly, a residual has no end; beyond this its figures say nothing more. */
const FAR = 99
const residualOf = (format: BoundFormat, residual: number): string =>
  Math.abs(residual) > FAR
    ? `${residual < 0 ? '< −' : '> '}${format.number(FAR)}`
    : format.number(residual, 1)

function UnusualSheets({ sheets }: { sheets: readonly Unusual[] }) {
  const t = useT()
  const format = useFormat()
  if (sheets.length === 0) return <p>{t('figures.jury.noUnusual')}</p>
  return (
    <>
      <p>{t('figures.jury.unusual', { count: sheets.length })}</p>
      <Table
        caption={t('figures.jury.unusualCaption')}
        captionHidden
        rows={sheets}
        rowKey={(sheet) => `${sheet.reference} ${sheet.juror}`}
        columns={[
          {
            key: 'file',
            header: t('figures.column.nomination'),
            cell: (sheet) => (
              <>
                <Reference>{sheet.reference}</Reference> <LocalizedText text={sheet.title} />
              </>
            ),
          },
          { key: 'juror', header: t('work.heat.juror'), cell: (sheet) => <bdi>{sheet.juror}</bdi> },
          {
            key: 'residual',
            header: t('figures.jury.column.residual'),
            numeric: true,
            cell: (sheet) => <bdi className="num">{residualOf(format, sheet.residual)}</bdi>,
          },
        ]}
      />
    </>
  )
}

/** One category for whoever presides: severity by name, agreement, sheets to confirm, each with its numbers. */
export function CategoryFigures({ category, children }: CategoryFiguresProps) {
  const t = useT()
  const reserve = useReserve()
  const columns = useJurorColumns()
  const { figures } = category
  const severity = t('figures.jury.severity')
  const own = shownIn(category.name, t.locale)?.text ?? category.code
  return (
    <section className="blk" aria-labelledby={`figures-${category.code}`}>
      <header>
        <h2 id={`figures-${category.code}`}>
          <LocalizedText text={category.name} />
        </h2>
      </header>
      {figures === null ? (
        <p>{t('figures.jury.awaited')}</p>
      ) : (
        <FiguresOf.Provider value={own}>
          <SeverityFinding figures={figures} />
          {figures.severity.withheld ? null : <SeverityPlot jurors={figures.jurors} />}
          <p className="say2">
            <AgreementSentence agreement={figures.agreement} />
          </p>
          <Dropped share={figures.agreement.value?.dropped} />
          <ConcordanceSentence concordance={figures.concordance} />
          {figures.reserves.map((one) => (
            <p key={one.because} className="hint">
              {reserve(one)}
            </p>
          ))}
          <Numbers of={severity}>
            <Table
              caption={severity}
              captionHidden
              rows={figures.jurors}
              rowKey={(juror) => juror.name}
              columns={columns}
            />
          </Numbers>
          <h3>{t('figures.jury.unusualCaption')}</h3>
          <UnusualSheets sheets={figures.unusual} />
          {children}
        </FiguresOf.Provider>
      )}
    </section>
  )
}
