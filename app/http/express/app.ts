import { existsSync, readdirSync } from 'node:fs'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import type { Context } from '#app/services/context.ts'
import { boundBody } from './body.ts'
import { noStoreByDefault } from './cache.ts'
import { buildOf, chainFinder } from './chains.ts'
import { oneWayRoutes } from './one-way.ts'
import { sameOriginOnly } from './origin.ts'
import { publicCache } from './public-cache.ts'
import { remix } from './remix.ts'
import { boundRequest, nameRequest, ownHost } from './request.ts'
import { securityHeaders } from './security.ts'

type Web = {
  readonly context: Context
  readonly build: ServerBuild
  /** The address people reach us at: what `Origin` must say. */
  readonly origin: string
  /** The folder of `build/client`. */
  readonly client: string
  /** A text that changes whenever a public page may; without it nothing public is kept in this process. */
  readonly generation?: () => Promise<string>
  /** The proxies whose word about the asker's address is believed; those of this machine unless told otherwise. */
  readonly trustedProxy?: string
  /** How long a form may take to arrive; the default unless a test is in a hurry. */
  readonly formSeconds?: number
}

/** The whole web side over a context, not listening yet: the server and the fences' tests build the same one. */
export function createWeb({
  context,
  build,
  origin,
  client,
  generation,
  trustedProxy,
  formSeconds,
}: Web): express.Express {
  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', trustedProxy ?? 'loopback')
  web.use(nameRequest, boundRequest, ownHost(origin), securityHeaders(origin.startsWith('https:')))
  const assets = { immutable: true, maxAge: '1y', fallthrough: false, index: false } as const
  web.use(compression())
  web.use('/assets', express.static(`${client}/assets`, assets))
  web.use(onlyFilesOf(client, express.static(client, { maxAge: '1h', index: false, redirect: false })))
  web.use(noStoreByDefault, sameOriginOnly(origin), boundBody(formSeconds))
  if (generation) web.use(publicCache(generation))
  const whole = oneWayRoutes(build)
  const save = pages(context, withoutLoaders(whole))
  const answer = pages(context, whole)
  web.post('*', (request, response, next) =>
    request.headers['x-autosave'] === '1' ? void save(request, response, next) : next(),
  )
  web.all('*', (request, response, next) => void answer(request, response, next))
  web.use(lastResort(context))
  return web
}

/** The folder is asked only for what it holds since the build: a page costs no look at the disk. */
function onlyFilesOf(folder: string, files: express.RequestHandler): express.RequestHandler {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const held = new Set(names.map((name) => name.replaceAll('\\', '/')))
  return (request, response, next) =>
    held.has(request.path.slice(1)) ? void files(request, response, next) : next()
}

/** The pages of a build: each address is answered by the routes that it means, or by the whole table. */
function pages(context: Context, build: ServerBuild): express.RequestHandler {
  const whole = remix(context, build)
  const find = chainFinder(build.routes)
  const made = new Map<string, express.RequestHandler>()
  const handlerFor = (path: string): express.RequestHandler => {
    const ids = find(path)
    const last = ids?.at(-1)
    if (ids === null || last === undefined) return whole
    const handler = made.get(last) ?? remix(context, buildOf(build, ids))
    made.set(last, handler)
    return handler
  }
  return (request, response, next) => void handlerFor(request.path)(request, response, next)
}

/** A save by script hears what its action said, never a page (entry.server.tsx): no loader runs after it. */
const withoutLoaders = (build: ServerBuild): ServerBuild => ({
  ...build,
  routes: Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route]
      const { loader: _loader, ...module } = route.module
      return [id, { ...route, module }]
    }),
  ),
})

/** Answers of the file server that are the asker's doing, not ours. */
const isAskers = (error: unknown): error is { status: number } => {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500
}

/** Fixed text for people, the reason in the log (R9, ASVS 16.5.4). */
const lastResort =
  (context: Context): express.ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (!isAskers(error))
      context.log.error({ err: error, requestId: response.locals.requestId }, 'request failed')
    if (response.headersSent) return next(error)
    response.removeHeader('cache-control')
    const status = isAskers(error) ? error.status : 500
    response.status(status).type('text/plain').send(`${status} ${response.locals.requestId}`)
  }
