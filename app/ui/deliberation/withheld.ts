import type { Withheld } from '#app/domain/advice/advice.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'

/** Why a figure is not shown, in one sentence: the gate by its name and what it found. */
export function useWithheld(): (withheld: Withheld) => string {
  const t = useT()
  const format = useFormat()
  return ({ because, facts }) => {
    const key = `figures.withheld.${because}`
    if (!t.has(key)) return t('figures.withheld.other')
    const values = Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [
        name,
        Array.isArray(fact)
          ? fact.length
          : typeof fact === 'number'
            ? format.number(fact, Number.isInteger(fact) ? 0 : 2)
            : String(fact),
      ]),
    )
    return t(key, values)
  }
}
