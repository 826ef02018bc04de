import { type Locale, localeFacts } from './locales.ts'
import type { Catalogue } from './namespaces.ts'

export type Reach = 'public' | 'all'

const doors: Record<Locale, Record<Reach, () => Promise<Catalogue>>> = {
  ar: {
    public: async () => (await import('./messages/ar/public.ts')).publicMessages,
    all: async () => (await import('./messages/ar/index.ts')).messages,
  },
  fr: {
    public: async () => (await import('./messages/fr/public.ts')).publicMessages,
    all: async () => (await import('./messages/fr/index.ts')).messages,
  },
  zgh: {
    public: async () => (await import('./messages/zgh/public.ts')).publicMessages,
    all: async () => (await import('./messages/zgh/index.ts')).messages,
  },
  en: {
    public: async () => (await import('./messages/en/public.ts')).publicMessages,
    all: async () => (await import('./messages/en/index.ts')).messages,
  },
}

/** In the browser: the one bundle of this language (and of the language it borrows from), before hydration. */
export async function loadCatalogue(
  locale: Locale,
  reach: Reach,
): Promise<Partial<Record<Locale, Catalogue>>> {
  const { fallback } = localeFacts[locale]
  const own = await doors[locale][reach]()
  return fallback === null ? { [locale]: own } : { [locale]: own, [fallback]: await doors[fallback][reach]() }
}
