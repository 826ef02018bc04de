import { dirOf, type Locale, localeFacts } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'

export type LanguageLink = { readonly locale: Locale; readonly href: string }

/** The same page in the other languages, each named in itself. A full load: the document changes direction. */
export function Languages({ links }: { links: readonly LanguageLink[] }) {
  const t = useT()
  return (
    <nav className="langs" aria-label={t('common.language.label')}>
      {links.map(({ locale, href }) => (
        <a
          key={locale}
          href={href}
          lang={locale}
          hrefLang={locale}
          dir={dirOf(locale)}
          aria-current={locale === t.locale ? 'true' : undefined}
        >
          {localeFacts[locale].endonym}
        </a>
      ))}
    </nav>
  )
}
