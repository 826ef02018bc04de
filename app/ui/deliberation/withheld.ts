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

/**
 * Why a figure is not shown, the gate by its name and what it found, then what the reader can do: two sentences. Minutes
 * record the first alone.
 */
export function useWithheld(): (withheld: Withheld) => string {
  const t = useT()
  const because = useSentence('withheld')
  return (withheld) => {
    const next = `figures.next.${withheld.because}`
    return [because(withheld), t(t.has(next) ? next : 'figures.next.other')].join(' ')
  }
}

/** With what reserve a figure is shown: the same gate warns or cannot be decided, which are not the words of a closed one. */
export const useReserve = (): ((reserve: Withheld) => string) => useSentence('reserve')
