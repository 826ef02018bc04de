import { cleanup, render } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactElement } from 'react'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import type { Locale } from '#app/i18n/locales.ts'
import { createTranslator } from '#app/i18n/translator.ts'

/** Renders in a language and a direction, as the page would. */
export function show(element: ReactElement, locale: Locale = 'fr') {
  cleanup()
  document.documentElement.lang = locale
  document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr'
  return render(<TranslatorProvider translator={createTranslator(locale)}>{element}</TranslatorProvider>)
}

/** What axe finds wrong, by rule; colour needs a real browser, and a fragment has no landmarks. */
export async function faults(container: Element): Promise<string[]> {
  const found = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`))
}
