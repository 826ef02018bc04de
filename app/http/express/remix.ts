import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from '@remix-run/node'
import type { Request as Asked, RequestHandler, Response as Answer } from 'express'
import type { Context } from '#app/services/context.ts'
import type { RequestContext } from '../load-context.ts'

/** What a page is drawn into: `entry.server` leaves the whole text here. */
type Drawn = NonNullable<RequestContext['drawn']>

function headersOf({ headers }: Asked): Headers {
  const copy = new Headers()
  for (const [name, said] of Object.entries(headers))
    for (const value of Array.isArray(said) ? said : [said]) if (value) copy.append(name, value)
  return copy
}

/** The request as Remix reads it, aborted when the asker leaves before the answer is whole. Its host is ours already. */
function requestOf(asked: Asked, answer: Answer): Request {
  const left = new AbortController()
  answer.on('close', () => {
    if (!answer.writableFinished) left.abort()
  })
  const bodyless = asked.method === 'GET' || asked.method === 'HEAD'
  return new Request(`${asked.protocol}://${asked.headers.host}${asked.originalUrl}`, {
    method: asked.method,
    headers: headersOf(asked),
    signal: left.signal,
    ...(bodyless ? {} : { body: createReadableStreamFromReadable(asked), duplex: 'half' }),
  })
}

async function send(response: Response, { page }: Drawn, answer: Answer): Promise<void> {
  answer.statusMessage = response.statusText
  answer.status(response.status)
  for (const [name, value] of response.headers) answer.append(name, value)
  if (response.body !== null) return writeReadableStreamToWritable(response.body, answer)
  // Remix answers HEAD, and a status without a body, with the headers of the page alone. As bytes: a text would be
  // encoded twice, for its length and for the wire.
  answer.end(page === undefined ? undefined : Buffer.from(page))
}

/**
 * Answers with Remix. A page is one text and goes out as one piece: a stream of the platform around it would cost a
 * tenth of the page.
 */
export function remix(context: Context, build: ServerBuild): RequestHandler {
  const handle = createRequestHandler(build, 'production')
  const answerWith = async (asked: Asked, answer: Answer): Promise<void> => {
    const drawn: Drawn = {}
    const isData = asked.path.endsWith('.data')
    // A tab of an earlier build learns that its code may not know what it is given (own-build.ts).
    if (isData) answer.setHeader('x-build', build.assets.version)
    const { nonce, requestId } = answer.locals
    const own: RequestContext = {
      app: context,
      nonce,
      requestId,
      address: asked.ip ?? null,
      memo: new Map(),
      ...(isData ? {} : { drawn }),
    }
    await send(await handle(requestOf(asked, answer), own), drawn, answer)
  }
  return (asked, answer, next) => void answerWith(asked, answer).catch(next)
}
