import * as accessibility from '#app/routes/public/accessibility.tsx'
import * as calendar from '#app/routes/public/calendar.tsx'
import * as categories from '#app/routes/public/categories.tsx'
import * as contact from '#app/routes/public/contact.tsx'
import * as edition from '#app/routes/public/edition.tsx'
import * as home from '#app/routes/public/home.tsx'
import * as jury from '#app/routes/public/jury.tsx'
import * as laureate from '#app/routes/public/laureate.tsx'
import * as laureates from '#app/routes/public/laureates.tsx'
import * as openDataPage from '#app/routes/public/open-data.tsx'
import * as privacy from '#app/routes/public/privacy.tsx'
import * as questions from '#app/routes/public/questions.tsx'
import * as recompute from '#app/routes/public/recompute.tsx'
import * as regulation from '#app/routes/public/regulation.tsx'
import * as verify from '#app/routes/public/verify.tsx'
import * as bundle from '#app/routes/resources/bundle.ts'
import * as ics from '#app/routes/resources/calendar.ts'
import * as feed from '#app/routes/resources/feed.ts'
import * as openData from '#app/routes/resources/open-data.ts'
import * as robots from '#app/routes/resources/robots.ts'
import * as picture from '#app/routes/resources/social-picture.ts'
import * as sitemap from '#app/routes/resources/sitemap.ts'

type Route = { readonly loader: (asked: never) => unknown; readonly default?: React.ComponentType }
export type Address = {
  readonly route: Route
  readonly path: string
  readonly params: Readonly<Record<string, string>>
}

const at = (route: Route, path: string, params: Record<string, string> = {}): Address => ({
  route,
  path,
  params,
})

/** Every page that needs no name of an edition, in one language. */
export const plainPages = (locale: string): readonly Address[] =>
  (
    [
      [home, ''],
      [laureates, '/laureates'],
      [laureates, '/laureates?year=2019&prize=excellence'],
      [laureates, '/laureates?page=2'],
      [regulation, '/regulation'],
      [categories, '/categories'],
      [calendar, '/calendar'],
      [jury, '/jury-and-ethics'],
      [questions, '/questions'],
      [openDataPage, '/open-data'],
      [verify, '/verify'],
      [verify, '/verify?q=CL-2026-0001'],
      [accessibility, '/accessibility'],
      [privacy, '/privacy'],
      [contact, '/contact'],
    ] as const
  ).map(([route, path]) => at(route, `/${locale}${path}`, { locale }))

/** The pages that name an edition or a laureate. */
export const namedPages = (locale: string, slug: string, nominationId: string): readonly Address[] => [
  at(edition, `/${locale}/editions/${slug}`, { locale, slug }),
  at(recompute, `/${locale}/editions/${slug}/recompute`, { locale, slug }),
  at(laureate, `/${locale}/laureates/${nominationId}`, { locale, id: nominationId }),
]

/** The pages of the rules of a named campaign. */
export const rulePages = (locale: string, slug: string): readonly Address[] => [
  at(regulation, `/${locale}/regulation/${slug}`, { locale, slug }),
  at(categories, `/${locale}/categories/${slug}`, { locale, slug }),
  at(calendar, `/${locale}/calendar/${slug}`, { locale, slug }),
  at(jury, `/${locale}/jury-and-ethics/${slug}`, { locale, slug }),
]

/** What machines read, without a name. */
export const files: readonly Address[] = [
  at(openData, '/open-data/palmares.json'),
  at(openData, '/open-data/palmares.csv'),
  at(openData, '/open-data/palmares.ods'),
  at(feed, '/fr/feed.xml', { locale: 'fr' }),
  at(feed, '/ar/feed.xml', { locale: 'ar' }),
  at(sitemap, '/sitemap.xml'),
  at(robots, '/robots.txt'),
]
export const namedFiles = (slug: string): readonly Address[] => [
  at(bundle, `/open-data/${slug}/bundle.json`, { slug }),
  at(bundle, `/open-data/${slug}/files/results.json`, { slug, name: 'results.json' }),
]
/** The pictures of an edition and of one of its laureates, under any version. */
export const pictures = (
  slug: string,
  nominationId: string,
  version = 'aaaaaaaaaaaaaaaa-1',
): readonly Address[] =>
  ['edition.png', `${nominationId}.png`].map((name) =>
    at(picture, `/pictures/${slug}/${version}/${name}`, { slug, version, name }),
  )
export const calendarFile = (slug: string): Address =>
  at(ics, `/fr/calendar/${slug}/edition.ics`, { locale: 'fr', slug })
