import type { Context } from '#app/services/context.ts'

export type Asked = {
  readonly form?: Readonly<Record<string, string>>
  readonly method?: string
  readonly cookie?: string
  readonly params?: Readonly<Record<string, string>>
  readonly address?: string
}

/** What a loader or an action is given, for one request. */
export function ask(app: Context, path: string, asked: Asked = {}) {
  const headers = new Headers({ 'user-agent': 'A browser' })
  if (asked.cookie) headers.set('cookie', asked.cookie)
  const method = asked.method ?? (asked.form ? 'POST' : 'GET')
  const body = asked.form ? new URLSearchParams(asked.form) : undefined
  const request = new Request(`http://127.0.0.1:3000${path}`, { method, headers, ...(body ? { body } : {}) })
  const locale = path.split('/')[1] ?? 'fr'
  const context = {
    app,
    nonce: '',
    requestId: 'test',
    address: asked.address ?? '192.0.2.7',
    memo: new Map<string, Promise<unknown>>(),
  }
  return { request, context, params: { locale, ...asked.params } } as never
}

export type Answer = {
  readonly status: number
  readonly location: string | null
  readonly cookies: readonly string[]
  readonly body: unknown
  readonly headers: Headers
}

/** A returned or thrown response, or data with its status: one shape for the tests. */
export async function answerOf(work: () => unknown): Promise<Answer> {
  let got: unknown
  try {
    got = await work()
  } catch (thrown) {
    const isData = (thrown as { type?: unknown } | null)?.type === 'DataWithResponseInit'
    if (!(thrown instanceof Response) && !isData) throw thrown
    got = thrown
  }
  if (got instanceof Response) {
    const text = await got.clone().text()
    return {
      status: got.status,
      location: got.headers.get('location'),
      cookies: got.headers.getSetCookie(),
      body: text,
      headers: got.headers,
    }
  }
  const wrapped = got as { data?: unknown; init?: ResponseInit | null; type?: string } | null
  const init = wrapped?.type === 'DataWithResponseInit' ? wrapped.init : null
  const headers = new Headers(init?.headers)
  return {
    status: init?.status ?? 200,
    location: null,
    cookies: headers.getSetCookie(),
    body: wrapped?.type === 'DataWithResponseInit' ? wrapped.data : got,
    headers,
  }
}

export const sessionOf = (answer: Answer): string =>
  answer.cookies.find((cookie) => cookie.startsWith('__Host-imtiyaz-session='))?.split(';')[0] ?? ''
