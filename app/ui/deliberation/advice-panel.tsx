import type { Figure, Withheld } from '#app/domain/advice/advice.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { type AgreementFigure, AgreementSentence } from './agreement-sentence.tsx'
import { type ConcordanceFigure, ConcordanceSentence } from './concordance-sentence.tsx'
import { Dropped } from './dropped.tsx'
import { ExpectedRanks } from './expected-ranks.tsx'
import type { Figures, Line } from './ranking-line.ts'
import { SeverityDeviation } from './severity-deviation.tsx'
import { type Firmness, WeightFirmness } from './weight-firmness.tsx'
import { useReserve, useWithheld } from './withheld.ts'
import { WithoutOne } from './without-one.tsx'

type Reliability = { readonly perSheet: number; readonly order: number; readonly sheets: number }
type Advice = {
  readonly figures: Readonly<Record<string, Figures>>
  readonly order: readonly string[]
  readonly columns: readonly { readonly ranks: readonly (number | null)[]; readonly pivotal: boolean }[]
  readonly places: number
  readonly seed: number
  readonly agreement: AgreementFigure
  readonly concordance: ConcordanceFigure | null
  readonly reliability: Figure<Reliability>
  readonly severity: Figure<{ readonly deviation: number }>
  readonly chance: Figure<{ readonly how: 'enumerated' | 'drawn'; readonly resamples: number }>
  readonly reserves: readonly Withheld[]
  readonly expected: Figure<{ readonly draws: number }> | null
  readonly weights: Figure<Firmness> | null
}
type Props = {
  lines: readonly Line[]
  advice: Advice | null
  csv: { readonly figures: string; readonly weights: string }
}
/** As many rows as a room reads at once. */
const ROWS = 8

/** Clear, open, out: what the scores establish and what they do not, in one sentence each. */
function Classes({ lines, advice }: { lines: readonly Line[]; advice: Advice }) {
  const t = useT()
  const withheld = useWithheld()
  if (advice.chance.withheld) return <p>{withheld(advice.chance.withheld)}</p>
  const count = (name: 'clear' | 'open' | 'out'): number =>
    lines.filter((line) => advice.figures[line.nominationId]?.chance?.class === name).length
  const { how, resamples } = advice.chance.value ?? { how: 'drawn', resamples: 0 }
  return (
    <>
      <p className="say2">
        <b>{t('figures.classes.clear', { count: count('clear') })}</b>{' '}
        {t('figures.classes.open', { count: count('open') })}{' '}
        {count('open') === 0 ? null : t('figures.classes.meaning')}
      </p>
      <p className="hint">
        {t(`figures.classes.how.${how}`, { count: resamples, places: advice.places, seed: advice.seed })}
      </p>
    </>
  )
}

function AgreementLine({ advice }: { advice: Advice }) {
  const t = useT()
  const format = useFormat()
  const { agreement, reliability } = advice
  const two = (value: number): string => format.number(value, 2)
  return (
    <>
      <p className="say2">
        <AgreementSentence agreement={agreement} />{' '}
        {reliability.withheld
          ? null
          : t('figures.agreement.reliability', {
              single: two(reliability.value.perSheet),
              sheets: format.number(reliability.value.sheets, 1),
              order: two(reliability.value.order),
            })}
      </p>
      <Dropped share={agreement.value?.dropped} />
      <ConcordanceSentence concordance={advice.concordance} />
      <p className="hint">{t('figures.agreement.context')}</p>
    </>
  )
}

function SeverityLine({ lines, advice }: { lines: readonly Line[]; advice: Advice }) {
  const t = useT()
  const withheld = useWithheld()
  if (advice.severity.withheld) return <p className="say2">{withheld(advice.severity.withheld)}</p>
  const moved = lines.filter((line) => advice.figures[line.nominationId]?.adjusted?.changesSide === true)
  return (
    <p className="say2">
      <SeverityDeviation deviation={advice.severity.value.deviation} />{' '}
      {moved.length === 0
        ? t('figures.severity.luckNone')
        : t('figures.severity.luck', { count: moved.length })}
    </p>
  )
}

/** Everything advisory under the ranking: what the scores establish, one member left out, severity, agreement. */
export function AdvicePanel({ lines, advice, csv }: Props) {
  const t = useT()
  const reserve = useReserve()
  if (lines.length === 0) return null
  if (advice === null) return <Banner kind="info">{t('figures.awaited')}</Banner>
  const at = new Map(advice.order.map((id, index) => [id, index]))
  const ranked = lines.filter((line) => line.rank !== null && at.has(line.nominationId))
  const shown = ranked.slice(0, ROWS)
  return (
    <>
      <section className="blk" aria-labelledby="classes">
        <header>
          <h2 id="classes">{t('figures.classes.title')}</h2>
        </header>
        <Classes lines={lines} advice={advice} />
      </section>
      <ExpectedRanks
        lines={ranked}
        {...{ figures: advice.figures, expected: advice.expected, places: advice.places, seed: advice.seed }}
        csvHref={csv.figures}
      />
      <WithoutOne
        rows={shown.map((line) => ({
          nominationId: line.nominationId,
          title: line.title,
          rank: line.rank ?? 0,
        }))}
        columns={advice.columns.map(({ ranks, pivotal }) => ({
          pivotal,
          ranks: shown.map((line) => ranks[at.get(line.nominationId) ?? -1] ?? null),
        }))}
        places={advice.places}
      />
      <WeightFirmness lines={lines} weights={advice.weights} csvHref={csv.weights} />
      <section className="blk" aria-labelledby="agreement">
        <header>
          <h2 id="agreement">{t('figures.agreement.title')}</h2>
        </header>
        <SeverityLine lines={lines} advice={advice} />
        <AgreementLine advice={advice} />
        {advice.reserves.map((one) => (
          <p key={one.because} className="hint">
            {reserve(one)}
          </p>
        ))}
      </section>
    </>
  )
}
