import type { Withheld } from '#app/domain/advice/advice.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'

function useSentence(group: 'withheld' | 'reserve'): (withheld: Withheld) => string {
  const t = useT()
  const format = useFormat()
  return ({ because, facts }) => {
    const key = `figures.${group}.${because}`
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

/** Why a figure is not shown, in one sentence: the gate by its name and what it found. */
export const useWithheld = (): ((withheld: Withheld) => string) => useSentence('withheld')

/** With what reserve a figure is shown: the same gate warns or cannot be decided, which are not the words of a closed one. */
export const useReserve = (): ((reserve: Withheld) => string) => useSentence('reserve')
