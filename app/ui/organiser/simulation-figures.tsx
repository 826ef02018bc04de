import { useT } from '#app/i18n/provider.tsx'
import type { NamedProps } from './competitor-names.tsx'
import { SimulationCriterion } from './simulation-criterion.tsx'
import type { Side } from './simulation-values.ts'
import { CsvLink } from '../patterns/numbers.tsx'

type Props = NamedProps & { side: Side; of: 'draft' | 'typed'; csvHref: string }

/** For each criterion, how far its weight may move before another comes first; figures of one set of weights. */
export function SimulationFigures({ side, of, competitors, csvHref }: Props) {
  const t = useT()
  const { outcome, criteria } = side
  if (outcome === null || outcome.criteria.length === 0) return null
  return (
    <section className="fig" aria-labelledby={`stays-${of}`}>
      <header>
        <h2 id={`stays-${of}`}>{t(`campaign.simulation.stays.${of}`)}</h2>
        <span className="acts">
          <CsvLink of={t(`campaign.simulation.stays.${of}`)} href={csvHref} />
        </span>
      </header>
      <p className="say2">{t('campaign.simulation.proportions')}</p>
      <ul className="legend rk__key">
        {(['stay', 'now', 'turn'] as const).map((mark) => (
          <li key={mark}>
            <span className={`key key--${mark}`} aria-hidden="true" /> {t(`campaign.simulation.key.${mark}`)}
          </li>
        ))}
      </ul>
      {outcome.criteria.map((criterion) => {
        const name = criteria.find(({ code }) => code === criterion.code)?.name ?? {}
        return (
          <SimulationCriterion
            key={criterion.code}
            {...{ criterion, name, competitors }}
            leaders={outcome.leaders}
          />
        )
      })}
    </section>
  )
}
