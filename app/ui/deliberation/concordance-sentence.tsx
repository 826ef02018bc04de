import type { Figure } from '#app/domain/advice/advice.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { useWithheld } from './withheld.ts'

export type ConcordanceFigure = Figure<{
  readonly w: number
  readonly p: number
  readonly how: 'exact' | 'drawn' | 'chi-square'
  readonly draws: number | null
}>
/** Under this p the text says "less than": more digits would say nothing. */
const LEAST_P = 0.0001

/** How alike the jurors order the nominations, and what p that agreement has: exact, drawn or approximated, by its name. */
export function ConcordanceSentence({ concordance }: { concordance: ConcordanceFigure | null }) {
  const t = useT()
  const format = useFormat()
  const withheld = useWithheld()
  if (concordance === null) return null
  if (concordance.withheld) return <p className="hint">{withheld(concordance.withheld)}</p>
  const { w, p, how, draws } = concordance.value
  const least = p < LEAST_P
  const values = { w: format.number(w, 2), p: format.number(least ? LEAST_P : p, 4), count: draws ?? 0 }
  return <p className="say2">{t(`figures.concordance.${how}${least ? 'Least' : ''}`, values)}</p>
}
