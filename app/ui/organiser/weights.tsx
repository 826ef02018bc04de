import type { Criterion } from '#app/domain/campaign/regulation.ts'
import type { WeightAdvice } from '#app/domain/campaign/weight-advice.ts'
import { weightSum } from '#app/domain/campaign/weights.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { BoundNumber } from '../forms/bound-field.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Link } from '../primitives/link.tsx'
import { Steps } from '../primitives/steps.tsx'

type Criteria = readonly Criterion[]

/** The exact total, and, when it is not 100, which criterion to change and to what. */
export function WeightNote({ advice, criteria }: { advice: WeightAdvice | null; criteria: Criteria }) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const { sum } = weightSum(criteria.map(({ weight }) => weight))
  const total = t('campaign.rubric.sum', { sum: sum === null ? '?' : format.decimal(sum) })
  if (advice === null) return <Banner kind={sum === null ? 'bad' : 'ok'}>{total}</Banner>
  const difference = format.decimal(advice.difference)
  const found = criteria.find(({ code }) => code === advice.change?.code)
  return (
    <Banner kind="bad" title={total}>
      {t(advice.side === 'missing' ? 'campaign.rubric.missing' : 'campaign.rubric.tooMuch', { difference })}{' '}
      {advice.change === null || found === undefined
        ? t('campaign.rubric.noChange')
        : t('campaign.rubric.change', {
            criterion: shownIn(found.name, locale)?.text ?? found.code,
            from: format.decimal(advice.change.from),
            to: format.decimal(advice.change.to),
          })}
    </Banner>
  )
}

/** A scale in one line: its levels with their points, or its ends and its step. */
export function ScaleLine({
  criterion: { levels, grid },
}: {
  criterion: Pick<Criterion, 'levels' | 'grid'>
}) {
  const t = useT()
  const format = useFormat()
  if (grid !== undefined) return <Steps grid={grid} />
  // Each pair for itself: in Arabic the first stands at the right.
  return (
    <>
      {t('campaign.rubric.levels')}{' '}
      <Dots>
        {levels.map(({ level, points }) => (
          <bdi key={level} dir="ltr" className="nowrap">{`${level} = ${format.decimal(points)}`}</bdi>
        ))}
      </Dots>
    </>
  )
}

/** One weight per criterion, with its scale and its threshold in words, and the way to both. */
export function WeightFields({
  criteria,
  hrefOf,
}: {
  criteria: Criteria
  hrefOf: (criterion: string) => string
}) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  return criteria.map((criterion) => {
    const { code, name, weight, threshold } = criterion
    const label = shownIn(name, locale)?.text ?? code
    return (
      <div key={code}>
        <BoundNumber
          name={`weights.${code}`}
          decimals
          label={<bdi>{label}</bdi>}
          hint={
            <>
              <ScaleLine criterion={criterion} />
              {threshold === null ? null : (
                <> {t('campaign.rubric.threshold', { value: format.decimal(threshold) })}</>
              )}
            </>
          }
          defaultValue={weight}
        />
        <p className="hint">
          <Link
            className="link"
            href={hrefOf(code)}
            aria-label={t('campaign.criterion.editOne', { name: label })}
          >
            {t('campaign.criterion.edit')}
          </Link>
        </p>
      </div>
    )
  })
}
