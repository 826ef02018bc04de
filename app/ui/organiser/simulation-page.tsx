import { useT } from '#app/i18n/provider.tsx'
import { EmptyState } from '../patterns/empty-state.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { SimulationFigures } from './simulation-figures.tsx'
import { SimulationForm } from './simulation-form.tsx'
import { SimulationRanking } from './simulation-ranking.tsx'
import { SimulationSource } from './simulation-source.tsx'
import type { Side, Source } from './simulation-values.ts'
import { WeightNote } from './weights.tsx'

type Props = {
  source: Source | null
  draft: Side
  typed: Side | null
  asked: Readonly<Record<string, string>> | null
  action: string
  csvHref: string
  rubricHref: string
}

/** What would these weights decide? The rubric's and those typed, on the last released edition; or why nothing can be said. */
export function SimulationPage({ source, draft, typed, asked, action, csvHref, rubricHref }: Props) {
  const t = useT()
  if (source === null)
    return (
      <div className="work">
        <EmptyState
          title={t('campaign.simulation.emptyTitle')}
          action={<ButtonLink href={rubricHref}>{t('campaign.simulation.back')}</ButtonLink>}
        >
          {t('campaign.simulation.empty')}
        </EmptyState>
      </div>
    )
  const { competitors } = source
  const [of, side] = typed?.outcome ? (['typed', typed] as const) : (['draft', draft] as const)
  return (
    <div className="work">
      <SimulationSource source={source} />
      {draft.advice === null ? null : (
        <section aria-label={t('campaign.simulation.draftNote')}>
          <p>{t('campaign.simulation.draftNote')}</p>
          <WeightNote advice={draft.advice} criteria={draft.criteria} />
        </section>
      )}
      <SimulationForm {...{ action, rubricHref, typed, asked }} draft={draft.criteria} />
      <SimulationRanking {...{ competitors }} draft={draft.outcome} typed={typed?.outcome ?? null} />
      <SimulationFigures {...{ side, of, competitors, csvHref }} />
    </div>
  )
}
