import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Numbers } from '../patterns/numbers.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { ShareText } from '../primitives/share-text.tsx'
import { Table } from '../primitives/table.tsx'
import { CompetitorNames, type NamedProps } from './competitor-names.tsx'
import type { StudiedCriterion } from './simulation-values.ts'
import { WeightEnvelope } from './weight-envelope.tsx'

type Props = NamedProps & {
  criterion: StudiedCriterion
  name: Localized
  leaders: readonly string[]
}

/** X stays first unless the weight falls below this, or rises above that. */
function Finding({ criterion, name, leaders, competitors }: Props) {
  const { below, above, now } = criterion
  const form = below && above ? 'both' : below ? 'below' : above ? 'above' : 'firm'
  const names = (keys: readonly string[]) => <CompetitorNames competitors={competitors} keys={keys} />
  return (
    <p className="say2">
      <Phrase
        k={`campaign.simulation.stays.${leaders.length > 1 ? 'tied' : form}`}
        tags={{ b: (inner) => <b>{inner}</b> }}
        parts={{
          leader: names(leaders),
          criterion: <LocalizedText text={name} />,
          now: <ShareText share={now} />,
          low: below && <ShareText share={below.at} />,
          lowTaker: below && names(below.takenBy),
          high: above && <ShareText share={above.at} />,
          highTaker: above && names(above.takenBy),
        }}
      />
    </p>
  )
}

function Intervals({
  criterion,
  competitors,
  caption,
}: NamedProps & Pick<Props, 'criterion'> & { caption: string }) {
  const t = useT()
  return (
    <Numbers of={caption}>
      <Table
        caption={caption}
        captionHidden
        rows={criterion.intervals}
        rowKey={({ from }) => from.exact}
        columns={[
          {
            key: 'from',
            header: t('campaign.simulation.column.from'),
            cell: ({ from }) => <ShareText share={from} />,
          },
          {
            key: 'to',
            header: t('campaign.simulation.column.to'),
            numeric: true,
            cell: ({ to }) => <ShareText share={to} />,
          },
          {
            key: 'exact',
            header: t('campaign.simulation.column.exact'),
            numeric: true,
            cell: ({ from, to }) => (
              <bdi dir="ltr" className="num">
                [{from.exact}, {to.exact}]
              </bdi>
            ),
          },
          {
            key: 'first',
            header: t('campaign.simulation.column.first'),
            cell: ({ first }) => <CompetitorNames competitors={competitors} keys={first} />,
          },
        ]}
      />
    </Numbers>
  )
}

/** One criterion: the sentence, the plot, and the same numbers as a table. */
export function SimulationCriterion(props: Props) {
  const t = useT()
  const { criterion, name, competitors } = props
  const label = t('campaign.simulation.plot', { criterion: shownIn(name, t.locale)?.text ?? criterion.code })
  const id = `criterion-${criterion.code}`
  return (
    <section aria-labelledby={id} className="tryw__criterion">
      <h3 id={id}>
        <LocalizedText text={name} />
      </h3>
      <Finding {...props} />
      <WeightEnvelope criterion={criterion} label={label} />
      <p className="wenv__axis" aria-hidden="true">
        <ShareText share={{ percent: '0' }} />
        <span>{t('campaign.simulation.axis')}</span>
        <ShareText share={{ percent: '100' }} />
      </p>
      <Intervals criterion={criterion} competitors={competitors} caption={label} />
    </section>
  )
}
