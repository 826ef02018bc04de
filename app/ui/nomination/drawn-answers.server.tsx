import { renderToStaticMarkup } from 'react-dom/server'
import type { DossierContent } from '#app/domain/nomination/revision.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { translatorFor } from '#app/i18n/translator.ts'
import { AnswerSections } from './answers-read.tsx'

/** As long as a content is kept at all (`frozen-dossiers.ts`), its drawings are. */
const drawings = new WeakMap<DossierContent, Map<Locale, string>>()

/** The answers of a deposited version, drawn once for all its readers. */
export function drawnAnswers(content: DossierContent, locale: Locale): string {
  const ofContent = drawings.get(content) ?? new Map<Locale, string>()
  drawings.set(content, ofContent)
  const known = ofContent.get(locale)
  if (known !== undefined) return known
  const drawn = renderToStaticMarkup(
    <TranslatorProvider translator={translatorFor(locale)}>
      <AnswerSections answers={content.answers} />
    </TranslatorProvider>,
  )
  ofContent.set(locale, drawn)
  return drawn
}
