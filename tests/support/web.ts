import http from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import type { ServerBuild } from '@remix-run/node'
import { inject } from 'vitest'
import { build } from '#app/cli/build.mjs'
import { createWeb } from '#app/http/express/app.ts'
import { createWebServer } from '#app/http/express/listen.ts'
import type { Context } from '#app/services/context.ts'
import { atTheEnd } from './at-the-end.ts'

export type Heard = {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}
export type Asking = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}
export type Web = {
  readonly origin: string
  readonly port: number
  /** One request, exactly with these headers and no other. */
  readonly ask: (path: string, asking?: Asking) => Promise<Heard>
  /** A form of our own page, as a browser sends it. */
  readonly send: (path: string, fields: Readonly<Record<string, string>>, cookie?: string) => Promise<Heard>
}

const BUILD_LOCK = 20_053

/** The production build, made again only when its sources changed; test files that ask at once wait for one another. */
export async function productionBuild(): Promise<ServerBuild> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [BUILD_LOCK])
    await build('all')
  } finally {
    await client.end()
  }
  // Required, not imported: the test runner must not transform what production runs.
  return createRequire(import.meta.url)(path.resolve('build/server/index.js')) as ServerBuild
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** Serves a build on a free port as production does; `over` is the context, which learns its own address. */
export async function serve(
  over: (origin: string) => Context,
  build: ServerBuild,
  more: { readonly formSeconds?: number; readonly generation?: () => Promise<string> } = {},
): Promise<Web> {
  const { server } = createWebServer((request, response) => web(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const origin = `http://127.0.0.1:${port}`
  const web = createWeb({
    context: over(origin),
    build,
    origin,
    client: path.resolve('build/client'),
    ...more,
  })
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  atTheEnd(async () => {
    agent.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const ask: Web['ask'] = (to, asking = {}) => request({ port, agent, to, ...asking })
  const send: Web['send'] = (to, fields, cookie) =>
    ask(to, {
      method: 'POST',
      headers: { ...FORM, origin, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
      body: new URLSearchParams(fields).toString(),
    })
  return { origin, port, ask, send }
}

function request(of: Asking & { port: number; agent: http.Agent; to: string }): Promise<Heard> {
  const { port, agent, to, method = 'GET', headers = {}, body } = of
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const asked = http.request(
      { host: '127.0.0.1', port, agent, path: to, method, headers: { ...length, ...headers } },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
