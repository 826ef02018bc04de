import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** One address pattern of the table, cut at its slashes, with the routes from the root down to its own. */
type Chain = {
  readonly segments: readonly string[]
  readonly ids: readonly string[]
  /** How strongly it asks for an address that it matches, in the router's own count. */
  readonly score: number
}

const isParam = (segment: string): boolean => segment.startsWith(':')
/** An optional segment or a splat stands for several patterns; the whole table knows how they rank. */
const isFixed = (segment: string): boolean => !segment.includes('?') && segment !== '*'

function chainOf(routes: Routes, id: string): Chain {
  const route = routes[id]
  const above =
    route?.parentId === undefined ? { segments: [], ids: [], score: 0 } : chainOf(routes, route.parentId)
  const own = (route?.path ?? '').split('/').filter(Boolean)
  const segments = [...above.segments, ...own]
  const words = segments.reduce((sum, segment) => sum + (isParam(segment) ? 3 : 10), 0)
  return { segments, ids: [...above.ids, id], score: words + (route?.index === true ? 2 : 0) }
}

const matches = ({ segments }: Chain, asked: readonly string[]): boolean =>
  segments.every((segment, i) => isParam(segment) || segment.toLowerCase() === asked[i])

/** The server draws from its list of assets as well; the browser loads the whole list, which is a file of its own. */
function only({ routes, assets, ...rest }: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const among = <T>(table: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id)))
  return { ...rest, routes: among(routes), assets: { ...assets, routes: among(assets.routes) } }
}

/** `/fr/jury` of `/fr/jury/` and of `/fr/jury.data`; null for what only the whole table should read. */
function segmentsOf(path: string): readonly string[] | null {
  if (path.includes('%') || path.includes('//') || path === '/_root.data') return null
  return path
    .toLowerCase()
    .replace(/\.data$/, '')
    .split('/')
    .filter(Boolean)
}

/**
 * Remix matches an address against every route of its table several times a request and copies the table once. This
 * finds the one pattern that an address means, so that a build with only its routes answers. It ranks as the router
 * does and says null, for the whole table, wherever the two could differ: the data of the root, encoded words, splats,
 * optional segments, patterns of equal rank. Like the router it takes capitals for small letters.
 */
export function chainFinder(routes: Routes): (path: string) => readonly string[] | null {
  const byLength = new Map<number, Chain[]>()
  for (const [id, route] of Object.entries(routes)) {
    if (!route || (route.path === undefined && route.index !== true)) continue
    const chain = chainOf(routes, id)
    if (!chain.segments.every(isFixed)) continue
    const alike = byLength.get(chain.segments.length) ?? []
    byLength.set(
      chain.segments.length,
      [...alike, chain].toSorted((a, b) => b.score - a.score),
    )
  }
  return (path) => {
    const asked = segmentsOf(path)
    if (asked === null) return null
    const [best, next] = (byLength.get(asked.length) ?? []).filter((chain) => matches(chain, asked))
    return best === undefined || best.score === next?.score ? null : best.ids
  }
}

/** The build with the routes of one chain. */
export const buildOf = (build: ServerBuild, ids: readonly string[]): ServerBuild => only(build, new Set(ids))
