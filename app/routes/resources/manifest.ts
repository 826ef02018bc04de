import type { LoaderFunctionArgs } from '@remix-run/node'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { translatorOf } from '#app/ui/public/page-head.server.ts'

/** What a system needs to install the site as an application (W3C manifest), in the language of the page. */
export function loader({ params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const t = translatorOf(locale)
  const icons = [192, 512].flatMap((size) =>
    ['any', 'maskable'].map((purpose) => ({
      src: paths.icon(size),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  )
  const manifest = {
    id: '/',
    name: t('common.site.award'),
    short_name: t('common.site.name'),
    lang: locale,
    dir: dirOf(locale),
    start_url: paths.home(locale),
    scope: '/',
    display: 'minimal-ui',
    background_color: '#FAF8F3',
    theme_color: '#FAF8F3',
    icons,
  }
  return publicFile(JSON.stringify(manifest), 'application/manifest+json; charset=utf-8')
}
