import type { Figure } from '#app/domain/advice/advice.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { toldBy } from './panel-figure.tsx'
import { useWithheld } from './withheld.ts'

export type AgreementFigure = Figure<{
  readonly alpha: number
  readonly low: number | null
  readonly high: number | null
  readonly dropped?: number
}>

/** How far the jurors agree, with the interval, or why that is not shown. */
export function AgreementSentence({ agreement }: { agreement: AgreementFigure }) {
  const t = useT()
  const format = useFormat()
  const withheld = useWithheld()
  if (agreement.withheld) return <>{withheld(agreement.withheld)}</>
  const two = (value: number | null): string => (value === null ? '–' : format.number(value, 2))
  const { alpha, low, high } = agreement.value
  const told = toldBy('figures.agreement.alpha', agreement.value)
  return <>{t(told, { alpha: two(alpha), low: two(low), high: two(high) })}</>
}
