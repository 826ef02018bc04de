import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** The whole pattern of a route, cut at its slashes. */
function segmentsOf(routes: Routes, id: string): readonly string[] {
  const route = routes[id]
  if (!route) return []
  const above = route.parentId === undefined ? [] : segmentsOf(routes, route.parentId)
  return [...above, ...(route.path ?? '').split('/').filter(Boolean)]
}

/** `jury` of `:locale/jury/…`; null when the second segment could be anything, or the first is not the language. */
function areaOf(routes: Routes, id: string): string | null {
  const [first, second] = segmentsOf(routes, id)
  return first === ':locale' && second !== undefined && /^[a-z-]+$/.test(second) ? second : null
}

/** The server draws from its list of assets as well; the browser loads the whole list, which is a file of its own. */
const only = (
  { routes, assets }: ServerBuild,
  ids: ReadonlySet<string>,
): Pick<ServerBuild, 'routes' | 'assets'> => {
  const among = <T>(table: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id)))
  return { routes: among(routes), assets: { ...assets, routes: among(assets.routes) } }
}

/**
 * Matching walks every route of the table for each request, twice. An address whose second segment is `jury` can meet
 * no route that has another word there: for each such word, the build without those routes.
 */
export function buildsByArea(build: ServerBuild): ReadonlyMap<string, ServerBuild> {
  const { routes } = build
  const all = Object.keys(routes).map((id) => ({ id, area: areaOf(routes, id) }))
  const words = new Set(all.flatMap(({ area }) => area ?? []))
  return new Map(
    [...words].map((word) => {
      const kept = all.filter(({ area }) => area === null || area === word)
      return [word, { ...build, ...only(build, new Set(kept.map(({ id }) => id))) }]
    }),
  )
}

/** The word by which a request chooses among the builds above. */
export const areaOfPath = (path: string): string => path.split('/')[2] ?? ''
