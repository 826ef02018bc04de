import { hearAnswer } from './last-asked.tsx'

/** The build that made this page; the server says in `x-build` which one it runs now. */
export const ownBuild = (page: Window): string =>
  (page as Window & { readonly __remixManifest?: { readonly version?: string } }).__remixManifest?.version ??
  ''

/** The page whose data this was; null for anything else. */
function pageAsked(response: Response, here: Location): string | null {
  const { origin, pathname, search } = new URL(response.url, here.href)
  if (origin !== here.origin || !pathname.endsWith('.data')) return null
  const parts = new URLSearchParams(search)
  parts.delete('_routes')
  const rest = parts.toString()
  return pathname.slice(0, -'.data'.length) + (rest === '' ? '' : `?${rest}`)
}

/**
 * Where a tab must go as a whole because the server has another build by now: its own code may not know the data that
 * came. Null while the builds are the same, and for the page that is open, where somebody may be writing.
 */
export function wholePage(response: Response, own: string, here: Location): string | null {
  const now = response.headers.get('x-build')
  if (now === null || own === '' || now === own) return null
  const asked = pageAsked(response, here)
  return asked === null || asked.split('?')[0] === here.pathname ? null : asked
}

/**
 * Remix asks for the data of the next page and has no place to look at the answer before it is drawn: so it is looked at
 * where it arrives, and the browser goes to a page of another build as it would without script.
 */
export function leaveWithNewBuild(page: Window): void {
  const own = ownBuild(page)
  const ask = page.fetch.bind(page)
  page.fetch = async (what, how) => {
    const response = await ask(what, how)
    hearAnswer(response)
    const isRead = (how?.method ?? (what instanceof Request ? what.method : 'GET')).toUpperCase() === 'GET'
    const next = isRead ? wholePage(response, own, page.location) : null
    if (next === null) return response
    page.location.assign(next)
    return new Promise<never>(() => undefined)
  }
}
