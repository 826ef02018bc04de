import { inOwnScript, type Localized } from '#app/domain/kernel/localized.ts'
import { useLocale } from '#app/i18n/provider.tsx'
import { asShown, shownIn } from '#app/i18n/french-typography.ts'
import { dirOf } from '#app/i18n/locales.ts'

/** The same name in the other official script, where it is known and different. */
export function OtherName({ text, className = 'o' }: { text: Localized; className?: string }) {
  const shown = shownIn(text, useLocale())
  const own = inOwnScript(text)
  const other = shown?.lang === 'ar' ? 'fr' : 'ar'
  const name = own[other]
  if (name === undefined || name === '' || shown === null || asShown(name, other) === shown.text) return null
  return (
    <span className={className} lang={other} dir={dirOf(other)}>
      {asShown(name, other)}
    </span>
  )
}
