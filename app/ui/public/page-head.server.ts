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
  /** The picture that stands for the page where it is shared: its path and what it shows. */
  readonly picture?: { readonly path: string; readonly alt: string }
}

/** Title, sentence for search results, the same page in the other languages, the feed. */
export function pageHead(
  request: Request,
  origin: string,
  locale: Locale,
  { title, values, text, lead, index = true, picture }: Head,
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
    ...(picture === undefined ? [] : shared(t, name ?? site, origin + pathname, origin, picture)),
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

/** What a page says of itself where it is shared (Open Graph protocol). Addresses are absolute. */
const shared = (
  t: Translator,
  title: string,
  url: string,
  origin: string,
  { path, alt }: NonNullable<Head['picture']>,
): object[] => [
  ...Object.entries({
    'og:type': 'website',
    'og:site_name': `${t('common.site.name')} · ${t('common.site.award')}`,
    'og:title': title,
    'og:url': url,
    'og:image': origin + path,
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': alt,
  }).map(([property, content]) => ({ property, content })),
  { name: 'twitter:card', content: 'summary_large_image' },
]
