import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { themeIn } from '../locale.server.ts'

type Options = {
  /** Longest life of an answer, in milliseconds. */
  readonly life?: number
  /** How old the generation may be, in milliseconds. */
  readonly check?: number
  readonly entries?: number
  readonly largest?: number
  readonly clock?: () => number
}
type Kept = {
  readonly generation: string
  readonly until: number
  readonly headers: readonly [string, string][]
  readonly body: Buffer
}

const COOKIE = {
  session: '__Host-imtiyaz-session=',
  flash: '__Host-imtiyaz-flash=',
} as const
/** Of an answer these are kept; the others (nonce, request id) are made for each request. */
const KEPT_HEADERS = ['content-type', 'cache-control', 'content-disposition', 'link'] as const
const PUBLIC_PATH = /^\/((ar|fr|zgh|en)(\/|$)|open-data\/|sitemap\.xml$|robots\.txt$)/

/** The same address in another theme, as the page itself reads it, is another page; a signed-in person, or one with a message waiting, is no reader of copies. */
function keyOf(request: Request): string | null {
  const cookie = request.headers.cookie ?? ''
  if (
    request.method !== 'GET' ||
    request.headers.authorization !== undefined ||
    request.headers.range !== undefined
  )
    return null
  if (cookie.includes(COOKIE.session) || cookie.includes(COOKIE.flash) || !PUBLIC_PATH.test(request.path))
    return null
  return `${themeIn(cookie) ?? ''} ${request.originalUrl}`
}

/** An answer may be kept when it says it is public, is whole, and sets nothing in the browser. */
const mayKeep = (response: Response): boolean =>
  response.statusCode === 200 &&
  String(response.getHeader('cache-control') ?? '').startsWith('public') &&
  response.getHeader('set-cookie') === undefined

/** The generation of the public pages, asked at most once per `check`; one question at a time. */
function watched(read: () => Promise<string>, check: number, clock: () => number): () => Promise<string> {
  let known: { readonly at: number; readonly value: Promise<string> } | null = null
  return () => {
    if (known === null || clock() - known.at >= check) {
      const asked = { at: clock(), value: read() }
      asked.value.catch(() => {
        if (known === asked) known = null
      })
      known = asked
    }
    return known.value
  }
}

/** Calls `done` with the whole body once the answer has been sent, unless it grows beyond `largest`. */
function listen(response: Response, largest: number, done: (body: Buffer) => void): void {
  const parts: Buffer[] = []
  let size = 0
  const take = (part: unknown, encoding: unknown): void => {
    if ((typeof part !== 'string' && !(part instanceof Uint8Array)) || size > largest) return
    const bytes =
      typeof part === 'string'
        ? Buffer.from(part, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(part)
    size += bytes.byteLength
    if (size <= largest) parts.push(bytes)
  }
  const [write, end] = [response.write.bind(response), response.end.bind(response)]
  response.write = ((part: unknown, ...rest: unknown[]) => {
    take(part, rest[0])
    return (write as (...words: unknown[]) => boolean)(part, ...rest)
  }) as typeof response.write
  response.end = ((...words: unknown[]) => {
    take(words[0], words[1])
    const ended = (end as (...rest: unknown[]) => Response)(...words)
    if (size <= largest) done(Buffer.concat(parts))
    return ended
  }) as typeof response.end
}

function send(response: Response, { headers, body }: Kept): void {
  for (const [name, value] of headers) response.setHeader(name, value)
  response.setHeader('x-cache', 'hit')
  response.status(200).end(body)
}

/**
 * Copies of anonymous public pages in this process, for ten seconds at most and never beyond the next release, phase or
 * version of the rules: the generation is read before the page is made, so a page made across a release is never kept.
 * Stands inside `compression`, before the pages.
 */
export function publicCache(read: () => Promise<string>, options: Options = {}): RequestHandler {
  const { life = 10_000, check = 1_000, entries = 400, largest = 150_000, clock = Date.now } = options
  const kept = new Map<string, Kept>()
  const generationOf = watched(read, check, clock)
  const keep = (key: string, copy: Kept): void => {
    kept.delete(key)
    kept.set(key, copy)
    for (const oldest of kept.keys()) {
      if (kept.size <= entries) break
      kept.delete(oldest)
    }
  }
  const answer = async (key: string, response: Response, next: NextFunction): Promise<void> => {
    const generation = await generationOf().catch(() => null)
    if (generation === null) return next()
    const copy = kept.get(key)
    if (copy && copy.generation === generation && clock() < copy.until) return send(response, copy)
    const until = clock() + life
    listen(response, largest, (body) => {
      if (!mayKeep(response)) return
      const headers = KEPT_HEADERS.flatMap((name): [string, string][] => {
        const value = response.getHeader(name)
        return value === undefined ? [] : [[name, String(value)]]
      })
      keep(key, { generation, until, headers, body })
    })
    next()
  }
  return (request, response, next) => {
    const key = keyOf(request)
    if (key === null) return next()
    void answer(key, response, next).catch(next)
  }
}
