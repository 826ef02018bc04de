import type { MetaDescriptor } from '@remix-run/node'
import { inLocale, paths } from '#app/http/paths.ts'
import type { Translator, Values } from '#app/i18n/instance.ts'
import { type Locale, LOCALES } from '#app/i18n/locales.ts'
import { createTranslator } from '#app/i18n/translator.ts'

const translators = new Map<Locale, Translator>()
/** One per language for the life of the process: it only reads. */
export function translatorOf(locale: Locale): Translator {
  const found = translators.get(locale) ?? createTranslator(locale, ['common', 'public'])
  translators.set(locale, found)
  return found
}

type Head = {
  readonly title?: string
  readonly values?: Values
  readonly text?: string
  readonly lead?: string
  readonly index?: boolean
}

/** Title, sentence for search results, the same page in the other languages, the feed. */
export function pageHead(
  request: Request,
  origin: string,
  locale: Locale,
  { title, values, text, lead, index = true }: Head,
): MetaDescriptor[] {
  const t = translatorOf(locale)
  const { pathname } = new URL(request.url)
  const site = t('common.site.name')
  const name = text ?? (title === undefined ? null : t(title, values))
  const link = (rest: object) => ({ tagName: 'link', ...rest })
  return [
    { title: name === null ? `${site} · ${t('common.site.award')}` : `${name} · ${site}` },
    ...(lead === undefined ? [] : [{ name: 'description', content: t(lead, values) }]),
    ...(index ? [] : [{ name: 'robots', content: 'noindex' }]),
    link({ rel: 'canonical', href: origin + pathname }),
    ...LOCALES.map((one) =>
      link({ rel: 'alternate', hrefLang: one, href: origin + inLocale(pathname, one) }),
    ),
    link({
      rel: 'alternate',
      type: 'application/atom+xml',
      href: paths.feed(locale),
      title: t('common.nav.feed'),
    }),
  ] as MetaDescriptor[]
}
