import type { Criterion } from '#app/domain/campaign/regulation.ts'
import type { WeightAdvice } from '#app/domain/campaign/weight-advice.ts'
import { weightSum } from '#app/domain/campaign/weights.ts'
import { textIn } from '#app/domain/kernel/localized.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { BoundNumber } from '../forms/bound-field.tsx'
import { Banner } from '../primitives/banner.tsx'

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
            criterion: textIn(found.name, locale)?.text ?? found.code,
            from: format.decimal(advice.change.from),
            to: format.decimal(advice.change.to),
          })}
    </Banner>
  )
}

/** One weight per criterion, with its scale and its threshold in words. */
export function WeightFields({ criteria }: { criteria: Criteria }) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const weight = (value: string): string => format.decimal(value)
  return criteria.map(({ code, name, weight: value, levels, threshold }) => {
    const scale = levels.map(({ level, points }) => `${level} = ${format.decimal(points)}`).join(' · ')
    const limit = threshold === null ? '' : ` ${t('campaign.rubric.threshold', { value: weight(threshold) })}`
    return (
      <BoundNumber
        key={code}
        name={`weights.${code}`}
        decimals
        label={<bdi>{textIn(name, locale)?.text ?? code}</bdi>}
        hint={
          <>
            {t('campaign.rubric.levels')} <bdi dir="ltr">{scale}</bdi>
            {limit}
          </>
        }
        defaultValue={value}
      />
    )
  })
}
