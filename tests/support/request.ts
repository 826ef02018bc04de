import type { RequestContext } from '#app/http/load-context.ts'
import type { Context } from '#app/services/context.ts'

type Asked = {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly context: RequestContext
}
export type Answer = {
  readonly status: number
  readonly headers: Headers
  /** What the page gets: a loader's value, or `{ failure }` of an action. */
  readonly value: unknown
}
type Fields = Readonly<Record<string, string>>

const ORIGIN = 'http://127.0.0.1:3000'

const args = (ctx: Context, request: Request, params: Asked['params']): Asked => ({
  request,
  params,
  context: { app: ctx, nonce: 'n', requestId: 'test', address: '127.0.0.1', memo: new Map() },
})

/** Runs a loader or an action as the framework does: a thrown response is an answer like any other. */
async function answer(run: () => unknown): Promise<Answer> {
  const left = await Promise.resolve()
    .then(run)
    .catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown
      throw thrown
    })
  if (left instanceof Response) return { status: left.status, headers: left.headers, value: null }
  const typed = left as { type?: string; data?: unknown; init?: ResponseInit | null } | null
  if (typed?.type === 'DataWithResponseInit') {
    return { status: typed.init?.status ?? 200, headers: new Headers(typed.init?.headers), value: typed.data }
  }
  return { status: 200, headers: new Headers(), value: left }
}

// The route modules type their own arguments; a test hands them the same plain object.
type Handler = (asked: never) => unknown
const call = (handler: Handler, asked: Asked) => answer(() => handler(asked as never))

export const get = (
  ctx: Context,
  route: { loader: Handler },
  path: string,
  params: Asked['params'],
  cookie?: string,
) => call(route.loader, args(ctx, new Request(ORIGIN + path, { headers: cookie ? { cookie } : {} }), params))

export const post = (
  ctx: Context,
  route: { action: Handler },
  fields: Fields,
  params: Asked['params'],
  cookie?: string,
) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) }
  const request = new Request(`${ORIGIN}/`, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return call(route.action, args(ctx, request, params))
}
