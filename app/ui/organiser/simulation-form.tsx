import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { NumberInput } from '../primitives/number-input.tsx'
import type { Side } from './simulation-values.ts'
import { WeightNote } from './weights.tsx'

type Props = {
  action: string
  rubricHref: string
  draft: readonly Criterion[]
  typed: Side | null
  /** The weights of the address, exactly as typed. */
  asked: Readonly<Record<string, string>> | null
}

/** The weights to try, in a GET form: the address is all that keeps them. What is wrong stands at its field. */
export function SimulationForm({ action, rubricHref, draft, typed, asked }: Props) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  return (
    <form method="get" action={action} className="tryw" aria-labelledby="try">
      <h2 id="try">{t('campaign.simulation.try')}</h2>
      <div className="tryw__fields">
        {draft.map(({ code, name, weight }) => (
          <NumberInput
            key={code}
            name={`weights.${code}`}
            decimals
            label={<bdi>{shownIn(name, locale)?.text ?? code}</bdi>}
            hint={t('campaign.simulation.draftWeight', { weight: format.decimal(weight) })}
            defaultValue={asked?.[code] ?? weight}
            error={
              typed?.unreadable.includes(code) === true ? t('campaign.simulation.unreadable') : undefined
            }
          />
        ))}
      </div>
      {typed === null ? null : <WeightNote advice={typed.advice} criteria={typed.criteria} />}
      <div className="acts">
        <Button variant="primary">{t('campaign.simulation.submit')}</Button>
        {typed === null ? null : <ButtonLink href={action}>{t('campaign.simulation.reset')}</ButtonLink>}
        <ButtonLink href={rubricHref}>{t('campaign.simulation.back')}</ButtonLink>
      </div>
    </form>
  )
}
