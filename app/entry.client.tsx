import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { type Translator, translatorFrom } from '#app/i18n/instance.ts'
import { loadCatalogue } from '#app/i18n/load-catalogue.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { installLegalTransitions, readTransitions } from '#app/i18n/legal-zone.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { keepOfflineShell } from '#app/ui/shells/offline-shell.ts'
import { leaveWithNewBuild } from '#app/ui/shells/own-build.ts'
import { beginTakingOver, TakenOver } from '#app/ui/shells/taking-over.tsx'
import { AskedContext } from './root.tsx'

installLegalTransitions(readTransitions(document.documentElement.dataset['legalHours'] ?? ''))

const { lang, dataset } = document.documentElement
const { request, theme } = dataset
const locale = isLocale(lang) ? lang : 'ar'
keepOfflineShell()
leaveWithNewBuild(window)
void loadCatalogue(locale, 'all').then((catalogue) => {
  const translator = translatorFrom(locale, catalogue)
  startTransition(() => hydrate(translator))
})

function hydrate(translator: Translator): void {
  beginTakingOver()
  hydrateRoot(
    document,
    <StrictMode>
      <TranslatorProvider translator={translator}>
        <TakenOver>
          <AskedContext.Provider value={{ requestId: request, theme }}>
            <RemixBrowser />
          </AskedContext.Provider>
        </TakenOver>
      </TranslatorProvider>
    </StrictMode>,
  )
}
