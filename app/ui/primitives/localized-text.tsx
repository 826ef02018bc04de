import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useLocale } from '#app/i18n/provider.tsx'

/** A text in the language of the page, or in the first that exists, marked as such. */
export function LocalizedText({ text }: { text: Localized }) {
  const locale = useLocale()
  const found = shownIn(text, locale)
  if (found === null) return null
  return found.lang === locale ? (
    <bdi>{found.text}</bdi>
  ) : (
    <bdi lang={found.lang} dir={dirOf(found.lang)}>
      {found.text}
    </bdi>
  )
}
