import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'

type Toy = {
  readonly loader?: (args: LoaderFunctionArgs) => unknown
  readonly action?: (args: ActionFunctionArgs) => unknown
  /** A resource route has none. */
  readonly page?: boolean
}

const FUTURE = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_routeConfig: true,
  v3_singleFetch: true,
  v3_lazyRouteDiscovery: false,
  unstable_optimizeDeps: false,
}

/** A build of a few hand-made routes, path → what it does: for fences that must hold whatever the pages are. */
export function toyBuild(routes: Readonly<Record<string, Toy>>): ServerBuild {
  const page = () => null
  const module = ({ loader, action, page: isPage }: Toy) => ({
    ...(isPage === false ? {} : { default: page }),
    ...(loader ? { loader } : {}),
    ...(action ? { action } : {}),
  })
  const tree = {
    root: { id: 'root', path: '', module: { default: page } },
    ...Object.fromEntries(
      Object.entries(routes).map(([path, toy]) => {
        const id = `routes/${path.replaceAll('/', '-')}`
        return [id, { id, parentId: 'root', path, module: module(toy) }]
      }),
    ),
  }
  return {
    entry: {
      module: { default: (_request: Request, status: number, headers: Headers) => document(status, headers) },
    },
    routes: tree,
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: 'toy' },
    future: FUTURE,
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    basename: '/',
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild
}

function document(status: number, headers: Headers): Response {
  headers.set('content-type', 'text/html; charset=utf-8')
  return new Response('<!doctype html><title>toy</title>', { status, headers })
}
