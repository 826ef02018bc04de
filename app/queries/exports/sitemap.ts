import { instant, toIso } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { xmlText } from '#app/domain/kernel/xml-text.ts'

export type SitemapPage = {
  readonly addresses: readonly { readonly locale: Locale; readonly url: string }[]
  readonly changed: number | null
}

/** sitemaps.org 0.9 with the languages of each page beside it. */
export function sitemap(pages: readonly SitemapPage[]): string {
  const urls = pages.flatMap(({ addresses, changed }) => {
    const others = addresses
      .map(({ locale, url }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${xmlText(url)}"/>`)
      .join('')
    const date = changed === null ? '' : `<lastmod>${toIso(instant(changed)).slice(0, 10)}</lastmod>`
    return addresses.map(({ url }) => `<url><loc>${xmlText(url)}</loc>${date}${others}</url>`)
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
  ].join('\n')
}
