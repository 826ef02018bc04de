import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type BoundFormat, boundFormat } from './bound-format.ts'
import type { Translator } from './instance.ts'
import type { Locale } from './locales.ts'

const TranslatorContext = createContext<Translator | null>(null)

/** The translator of this page: made once by the entry, never a module-level instance. */
export function TranslatorProvider({
  translator,
  children,
}: {
  translator: Translator
  children: ReactNode
}) {
  return <TranslatorContext.Provider value={translator}>{children}</TranslatorContext.Provider>
}

export function useT(): Translator {
  const translator = useContext(TranslatorContext)
  if (translator === null) throw new Error('useT is called outside TranslatorProvider')
  return translator
}

export const useLocale = (): Locale => useT().locale

/** The one formatter, bound to the language of the page. */
export function useFormat(): BoundFormat {
  const locale = useLocale()
  return useMemo(() => boundFormat(locale), [locale])
}
