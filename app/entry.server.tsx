import { PassThrough } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { isAutosave } from '#app/http/autosave.server.ts'
import type { RequestContext } from '#app/http/load-context.ts'
import { isLocale, type Locale } from '#app/i18n/locales.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import type { Translator } from '#app/i18n/instance.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import { NonceContext } from './root.tsx'

const RENDER_LIMIT = 10_000

/** One per language for the life of the process: its language is fixed, and making one costs more than a page. */
const translators = new Map<Locale, Translator>()
function translatorFor(locale: Locale): Translator {
  const known = translators.get(locale) ?? createTranslator(locale)
  translators.set(locale, known)
  return known
}

export default function render(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: RequestContext,
): Promise<Response> {
  if (isAutosave(request)) return Promise.resolve(savedAnswer(remix, status, headers))
  const first = new URL(request.url).pathname.split('/')[1]
  const translator = translatorFor(isLocale(first) ? first : 'ar')
  const whole = isbot(request.headers.get('user-agent') ?? '')
  return new Promise((resolve, reject) => {
    let shellSent = false
    const answer = () => {
      shellSent = true
      const body = new PassThrough()
      headers.set('content-type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
      stream.pipe(body)
    }
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <TranslatorProvider translator={translator}>
          <RemixServer context={remix} url={request.url} nonce={context.nonce} />
        </TranslatorProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        [whole ? 'onAllReady' : 'onShellReady']: answer,
        onShellError: reject,
        onError: (error) => {
          if (shellSent) context.app.log.error({ err: error, requestId: context.requestId }, 'render failed')
        },
      },
    )
    setTimeout(() => stream.abort(), RENDER_LIMIT).unref()
  })
}

/** A save by script hears what its action said, as JSON, never a page. */
function savedAnswer(remix: EntryContext, status: number, headers: Headers): Response {
  const [said] = Object.values(remix.staticHandlerContext.actionData ?? {})
  headers.set('cache-control', 'no-store, private')
  return Response.json(said ?? null, { status, headers })
}

/** Details go to the log only; Remix sends a fixed text to the reader (R9). */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  const { app, requestId } = context as unknown as RequestContext
  app.log.error({ err: error, requestId, path: new URL(request.url).pathname }, 'loader or action failed')
}
