import net from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { boundedForm } from '#app/http/body.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { quietContext } from '#tests/support/quiet-context.ts'
import { toyBuild } from '#tests/support/toy-build.ts'
import { serve } from '#tests/support/web.ts'

const read = { bytes: 0 }
/** What an action sees of a body: counted as it arrives. */
const counting = (body: ReadableStream<Uint8Array> | null) =>
  body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, out) => {
        read.bytes += piece.byteLength
        out.enqueue(piece)
      },
    }),
  )
const form = async ({ request }: { request: Request }) => {
  read.bytes = 0
  const counted = new Request(request, {
    body: counting(request.body) ?? null,
    duplex: 'half',
  } as RequestInit)
  const kept = await boundedForm(counted)
  return Response.json({ fields: [...kept.keys()].length })
}
const parsed = async ({ request }: { request: Request }) => {
  const answer = await parseForm(request, z.strictObject({ title: z.string() }))
  return Response.json(answer, { status: answer.ok ? 200 : 400 })
}
const many = Object.fromEntries(
  Array.from({ length: 120 }, (_, k) => [
    `area${k}/:id/page/:other/part`,
    { loader: () => Response.json(1), page: false },
  ]),
)
const build = toyBuild({
  form: { action: form, page: false },
  parsed: { action: parsed, page: false },
  ...many,
})
const ROUTES = Object.keys(build.routes).length - 1
const web = await serve(() => quietContext().context, build, { formSeconds: 1 })
const OWN = { origin: web.origin, 'content-type': 'application/x-www-form-urlencoded' }
const LIMIT = 512 * 1024

afterEach(() => vi.restoreAllMocks())

/** How often a pattern was held against a text of more than 300 characters while `work` ran: what routing costs. */
async function longMatches<T>(
  work: () => Promise<T>,
): Promise<{ readonly matches: number; readonly value: T }> {
  const match = vi.spyOn(String.prototype, 'match')
  const value = await work()
  return { matches: match.mock.contexts.filter((text) => String(text).length > 300).length, value }
}

/** Bytes as they are on the wire; resolves with everything that came back until the line closed. */
const raw = (text: string, more?: (line: net.Socket) => void): Promise<string> =>
  new Promise((resolve) => {
    let back = ''
    const line = net.connect(web.port, '127.0.0.1', () => {
      line.write(text)
      more?.(line)
    })
    line.on('data', (piece) => (back += piece.toString('latin1')))
    line.on('error', () => resolve(back))
    line.on('close', () => resolve(back))
  })

describe('the address', () => {
  it('of the manifest does not exist, with or without a path to look up', async () => {
    for (const path of ['/__manifest', '/__manifest?p=%2Fform&version=toy'])
      expect((await web.ask(path)).status).toBe(404)
  })

  it.each([
    ['a manifest look-up', `/__manifest?p=/${'a/'.repeat(3500)}`],
    ['a page', `/${'area1/'.repeat(1200)}`],
    ['many dashes', `/${'-'.repeat(7000)}`],
    ['a data request', `/${'a/'.repeat(3500)}x.data`],
    ['a list of routes', `/form.data?_routes=${'routes%2Fform,'.repeat(500)}`],
  ])('of 7,000 characters is refused before any pattern looks at it: %s', async (_what, path) => {
    const { matches, value } = await longMatches(() => web.ask(path))
    expect(value.status).toBe(414)
    expect(matches).toBe(0)
  })

  it('of the greatest length that is let through is held against each route a few times, however many parts it has', async () => {
    const matchesOf = async (path: string): Promise<number> => {
      const { matches, value } = await longMatches(() => web.ask(path.slice(0, 1999)))
      expect(value.status).toBe(404)
      vi.restoreAllMocks()
      return matches
    }
    const [few, many] = [await matchesOf(`/${'a'.repeat(1998)}`), await matchesOf(`/${'a/'.repeat(999)}`)]
    expect(few).toBeGreaterThanOrEqual(ROUTES)
    expect(few).toBeLessThanOrEqual(5 * ROUTES)
    expect(many).toBe(few)
  })

  it.each(['/%', '/%E0%A4%A', '/%ff%fe', '/fr/%00', '/a%00.data', '/%C0%AE%C0%AE/'])(
    'that cannot be decoded is refused: %s',
    async (path) => expect((await web.ask(path)).status).toBe(400),
  )

  it.each([
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/.env',
    '/.git/config',
    '/assets/',
    '/build/server/index.js',
    '/server.js',
    '/metrics',
  ])('that reaches beyond the public files finds nothing: %s', async (path) => {
    const { status, body } = await web.ask(path)
    expect([400, 403, 404]).toContain(status)
    expect(body).not.toMatch(/"name"|\[core\]|root:/)
  })
})

describe('the target of a request line', () => {
  const first = async (target: string): Promise<string> =>
    (await raw(`GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).split('\r\n')[0] ?? ''

  it.each(['http://evil.example/area1/x/page/y/part', 'HTTPS://evil.example:1/area1/x/page/y/part?a=1'])(
    'that names a whole address means its path here: %s',
    async (target) => expect(await first(target)).toBe('HTTP/1.1 200 OK'),
  )

  it.each([
    ['http://evil.example/%00', 400],
    [`http://evil.example/${'a'.repeat(2000)}`, 414],
    ['http://evil.example', 200],
    ['http://evil.example//evil.example/..', 200],
    ['*', 400],
    ['ftp://evil.example/form', 400],
  ])('is bounded as any other: %s', async (target, status) =>
    expect(await first(target)).toContain(` ${status} `),
  )
})

describe('the method', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'LINK', 'PURGE'])(
    '%s is refused by name',
    async (method) => {
      const { status, headers } = await web.ask('/form', { method, headers: OWN })
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
    },
  )

  it('CONNECT and a word that is none end at the door', async () => {
    expect(await raw('CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n')).not.toContain('200')
    expect(await raw('BREW / HTTP/1.1\r\nHost: a\r\n\r\n')).toContain('400')
  })

  it('cannot be overridden', async () => {
    const { status, headers } = await web.ask('/form', {
      method: 'GET',
      headers: { 'x-http-method-override': 'POST' },
    })
    expect([status, headers.allow]).toEqual([405, 'POST'])
  })
})

describe('the headers', () => {
  it('of 20 KB are refused', async () => {
    expect((await web.ask('/form', { headers: { cookie: 'a'.repeat(20_000) } })).status).toBe(431)
  })

  it.each([
    'Content-Length: 5\r\nContent-Length: 6',
    'Content-Length: 5\r\nTransfer-Encoding: chunked',
    'Transfer-Encoding: xchunked',
    'Content-Length: -1',
    'Content-Length: 1e3',
  ])('that could be read in two ways are refused: %s', async (lines) => {
    const back = await raw(
      `POST /form HTTP/1.1\r\nHost: a\r\nOrigin: ${web.origin}\r\n${lines}\r\n\r\n0\r\n\r\n`,
    )
    expect(back.split('\r\n')[0]).toMatch(/ (400|501) /)
  })
})

describe('the body', () => {
  const chunk = `${(65_536).toString(16)}\r\n${'a'.repeat(65_536)}\r\n`
  const opening = (path: string, lines: string): string =>
    `POST ${path} HTTP/1.1\r\nHost: a\r\nOrigin: ${web.origin}\r\nContent-Type: ${OWN['content-type']}\r\n${lines}\r\n\r\n`

  it('that says it is too large is refused before a byte of it is read', async () => {
    const back = await raw(opening('/form', 'Content-Length: 1073741824'))
    expect(back).toMatch(/^HTTP\/1.1 413 /)
  })

  it('that never ends is refused while it is read, and the line is closed', async () => {
    let sent = 0
    const back = await raw(opening('/form', 'Transfer-Encoding: chunked'), (line) => {
      const more = (): void => {
        while (!line.destroyed && line.write(chunk)) if ((sent += chunk.length) > 400_000_000) line.destroy()
        if (!line.destroyed) line.once('drain', more)
      }
      more()
    })
    expect(back).toMatch(/^HTTP\/1.1 413 /)
    expect(read.bytes).toBeLessThan(LIMIT + 2 * 65_536)
  })

  it('one byte over the limit is refused, at the limit it is read', async () => {
    const body = (length: number) =>
      web.ask('/form', { method: 'POST', headers: OWN, body: `a=${'b'.repeat(length - 2)}` })
    expect((await body(LIMIT)).status).toBe(200)
    expect((await body(LIMIT + 1)).status).toBe(413)
  })

  it('that is shorter than it says never runs to its end', async () => {
    const back = await raw(opening('/form', 'Content-Length: 100'), (line) => line.end('a=b'))
    expect(back).not.toContain('200 OK')
  })

  it('that trickles in is cut after its time, long before its end', async () => {
    let timer: NodeJS.Timeout | undefined
    let sent = 0
    const back = await raw(opening('/form', 'Content-Length: 1000000'), (line) => {
      timer = setInterval(() => line.destroyed || (line.write('a'), (sent += 1)), 100)
    })
    clearInterval(timer)
    expect(back).toMatch(/^HTTP\/1.1 408 /)
    expect(sent).toBeLessThan(1_000_000)
  })

  it.each(['application/json', 'text/plain', 'text/xml', ''])('of the kind "%s" is no form', async (type) => {
    const { status } = await web.ask('/form', {
      method: 'POST',
      headers: { ...OWN, 'content-type': type },
      body: '{"a":1}',
    })
    expect(status).toBe(415)
  })

  it.each([
    ['2,000 levels deep', `${'['.repeat(2000)}${']'.repeat(2000)}`],
    [
      '40,000 keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, k) => [`k${k}`, k]))),
    ],
  ])('of JSON %s is never read as such, as a body or in a field', async (_what, json) => {
    const parse = vi.spyOn(JSON, 'parse')
    const answers = [
      await web.ask('/parsed', {
        method: 'POST',
        headers: { ...OWN, 'content-type': 'application/json' },
        body: json,
      }),
      await web.ask('/parsed.data', {
        method: 'POST',
        headers: OWN,
        body: new URLSearchParams({ title: json.slice(0, 60_000), more: '1' }).toString(),
      }),
    ]
    expect(answers.map(({ status }) => status >= 400 && status < 500)).toEqual([true, true])
    expect(parse.mock.calls.filter(([text]) => String(text).startsWith(json.slice(0, 1000)))).toEqual([])
  })

  it('that nobody read is thrown away at once, and its line serves the next request', async () => {
    const body = 'x'.repeat(900_000)
    const post = (path: string, type: string, length: number, more: string): string =>
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${web.port}\r\nOrigin: ${web.origin}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n${more}\r\n`
    const back = await raw(
      `${post('/form', 'application/json', body.length, '')}${body}${post('/form', OWN['content-type'], 3, 'Connection: close\r\n')}a=b`,
    )
    expect(back.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 415', 'HTTP/1.1 200'])
  })

  it('of 60,000 fields is refused while it is read, before any field is made', async () => {
    const made = vi.spyOn(FormData.prototype, 'append')
    const body = Array.from({ length: 60_000 }, (_, k) => `f${k}=1`)
      .join('&')
      .slice(0, LIMIT)
    const { status } = await web.ask('/form', { method: 'POST', headers: OWN, body })
    expect(status).toBe(413)
    expect(read.bytes).toBeLessThan(3 * 65_536)
    expect(made).not.toHaveBeenCalled()
  })
})
