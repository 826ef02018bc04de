import { createServer } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { demonstrationPeople } from '#app/adapters/db/people.ts'
import { buildContext } from './context.server.ts'
import { readEnv } from './env.server.ts'
import { noStoreByDefault } from './http/express/cache.ts'
import { sameOriginOnly } from './http/express/origin.ts'
import { boundRequest, nameRequest } from './http/express/request.ts'
import { securityHeaders } from './http/express/security.ts'
import type { Context } from './services/context.ts'

const env = readEnv()
const app = await buildContext(env)
const serverBuild = path.resolve('build/server/index.js')
const build = (await import(pathToFileURL(serverBuild).href)) as ServerBuild

function createApp(context: Context): express.Express {
  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', 'loopback')
  web.use(nameRequest, boundRequest, securityHeaders(env.origin.startsWith('https:')))
  web.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', fallthrough: false, index: false }))
  web.use(express.static('build/client', { maxAge: '1h', index: false, redirect: false }))
  web.use(noStoreByDefault, sameOriginOnly(env.origin), compression())
  web.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: (request, response) => ({
        app: context,
        nonce: response.locals.nonce,
        requestId: response.locals.requestId,
        address: request.ip ?? null,
        memo: new Map(),
      }),
    }),
  )
  web.use(lastResort(context))
  return web
}

/** Fixed text for people, the reason in the log (R9, ASVS 16.5.4). */
const lastResort =
  (context: Context): express.ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    context.log.error({ err: error, requestId: response.locals.requestId }, 'request failed')
    if (response.headersSent) return next(error)
    response.status(500).type('text/plain').send(`500 ${response.locals.requestId}`)
  }

const server = createServer({ requestTimeout: 120_000, headersTimeout: 15_000, maxHeaderSize: 16_384 }, createApp(app))
server.listen(env.PORT, env.HOST, () => {
  void announce()
})

async function announce(): Promise<void> {
  const people = app.demonstration ? await demonstrationPeople(app.db.applicant) : []
  process.send?.({ origin: env.origin, people: people.map((person) => `${person.email}  ${person.name}`) })
}

/** Stops taking requests, lets those under way finish, closes the pools. */
async function drain(): Promise<void> {
  server.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), 15_000)
  await new Promise((resolve) => server.once('close', resolve))
  clearTimeout(timer)
  await app.db.close()
  process.exit(0)
}
process.once('SIGTERM', () => void drain())
process.once('SIGINT', () => void drain())
process.on('disconnect', () => void drain())
process.on('unhandledRejection', (error) => app.log.error({ err: error }, 'unhandled rejection'))
