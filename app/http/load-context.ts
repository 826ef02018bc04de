import type { Context } from '#app/services/context.ts'

/** What the server hands to every loader and action. One object per request, so `memo` never outlives it. */
export type RequestContext = {
  readonly app: Context
  readonly nonce: string
  readonly requestId: string
  readonly address: string | null
  readonly memo: Map<string, Promise<unknown>>
  /**
   * Where the drawn page is left for the server, which sends it in one piece, and a part drawn before it (`kept.server.ts`).
   * Missing when the browser asks for data alone.
   */
  readonly drawn?: { page?: string; part?: string }
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}

/** Computes once per request: two loaders of one page do not ask the database twice. */
export function once<T>(context: RequestContext, key: string, work: () => Promise<T>): Promise<T> {
  const found = context.memo.get(key)
  if (found) return found as Promise<T>
  const made = work()
  context.memo.set(key, made)
  return made
}
