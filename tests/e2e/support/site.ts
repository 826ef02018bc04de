import type { Page } from '@playwright/test'

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const NAMED =
  /\/(editions|regulation|categories|calendar|jury-and-ethics|laureates|articles|sections|rubric)\/[^/]+/g
/** What a link may do besides showing a page. */
const NO_PAGE = /sign-out|\/resources\/|\/mailbox\/.+\/html|\.(ics|xml|json|csv|pdf|txt)$|\/verify\/./

/** One name for all pages of a kind: `/fr/jury/sheets/:id`. */
export const kindOf = (path: string): string =>
  path
    .replace(/^\/(fr|ar)(?=\/|$)/, '')
    .replace(UUID, ':id')
    .replace(NAMED, '/$1/:name')
    .replace(/\/\d+(?=\/|$)/g, '/:number')

/** The addresses of pages that a page links to, without query and fragment. */
export async function linksOf(page: Page, from: string, language: string): Promise<string[]> {
  const answer = await page.request.get(from, { maxRedirects: 0 })
  if (answer.status() !== 200 || !answer.headers()['content-type']?.includes('text/html')) return []
  const found = [...(await answer.text()).matchAll(/<a\b[^>]*\bhref="([^"#]+)/g)]
  const paths = found.flatMap(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), new URL(from, process.env['E2E_ORIGIN']))
    return url.origin === process.env['E2E_ORIGIN'] ? [url.pathname] : []
  })
  return [...new Set(paths)].filter(
    (path) => new RegExp(`^/${language}(/|$)`).test(path) && !NO_PAGE.test(path),
  )
}

/** Lists may be empty: as many pages of a kind are read for their links before the kind is left alone. */
const READ_PER_KIND = 5

/** One page of each kind that can be reached from `starts` without leaving the area, in the order of the links. */
export async function pagesFrom(
  page: Page,
  starts: readonly string[],
  language: string,
  area: RegExp,
): Promise<string[]> {
  const found = new Map<string, string>()
  const read = new Map<string, Set<string>>()
  const queue = [...starts]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const kind = kindOf(path)
    const known = read.get(kind) ?? new Set()
    if (!area.test(kind) || known.has(path) || known.size >= READ_PER_KIND) continue
    read.set(kind, known.add(path))
    if (!found.has(kind)) found.set(kind, path)
    queue.push(...(await linksOf(page, path, language)))
  }
  return [...found.values()]
}
