import type { EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { isAutosave } from '#app/http/autosave.server.ts'
import { handoff, wholeText } from '#app/http/handoff.server.ts'
import type { RequestContext } from '#app/http/load-context.ts'
import { writtenWords } from '#app/forms/written.ts'
import { themeOf } from '#app/http/locale.server.ts'
import { isLocale, type Locale } from '#app/i18n/locales.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { translatorFor } from '#app/i18n/translator.ts'
import { refusedIn, WordsGone } from '#app/ui/patterns/kept-words.tsx'
import { KeptPart } from '#app/ui/primitives/kept.tsx'
import { facesOf } from '#app/ui/styles/faces.ts'
import { AskedContext, HandoffContext, NonceContext, usesScripts } from './root.tsx'

/**
 * Every loader has answered before a page is drawn, so it is drawn into one text and sent in one piece. The streaming
 * renderer encodes and sends each attribute on its own, which costs as much again as the page.
 */
export default async function render(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: RequestContext,
): Promise<Response> {
  if (isAutosave(request)) return savedAnswer(remix, status, headers)
  const named = new URL(request.url).pathname.split('/')[1]
  const locale = isLocale(named) ? named : 'ar'
  const translator = translatorFor(locale)
  const { serverHandoffStream, ...drawn } = remix
  const matched = remix.staticHandlerContext.matches.map(({ route }) => remix.routeModules[route.id] ?? {})
  const hasScripts = usesScripts(matched)
  const script = hasScripts ? handoff(await wholeText(serverHandoffStream)) : ''
  const asked = { requestId: context.requestId, theme: themeOf(request) }
  const draw = (areWordsGone: boolean): string =>
    renderToString(
      <NonceContext.Provider value={context.nonce}>
        <TranslatorProvider translator={translator}>
          <KeptPart.Provider value={context.drawn?.part}>
            <HandoffContext.Provider value={script}>
              <WordsGone.Provider value={areWordsGone}>
                <AskedContext.Provider value={asked}>
                  <RemixServer context={drawn} url={request.url} nonce={context.nonce} />
                </AskedContext.Provider>
              </WordsGone.Provider>
            </HandoffContext.Provider>
          </KeptPart.Provider>
        </TranslatorProvider>
      </NonceContext.Provider>,
    )
  const first = draw(false)
  const drawnPage = losesWords(first, remix.staticHandlerContext.actionData) ? draw(true) : first
  const page = hasScripts ? drawnPage : withFaces(drawnPage, locale)
  headers.set('content-type', 'text/html; charset=utf-8')
  const whole = `<!DOCTYPE html>${page}`
  if (context.drawn === undefined) return new Response(whole, { status, headers })
  context.drawn.page = whole
  return new Response(null, { status, headers })
}

/** Nothing draws a page without scripts again in the browser: its head may hold what only its whole text could tell. */
const withFaces = (page: string, locale: Locale): string =>
  page.replace(
    '</head>',
    (end) =>
      facesOf(locale, page)
        .map(
          (href) =>
            `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin="anonymous"/>`,
        )
        .join('') + end,
  )

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign] ?? '#x27'};`)
/** A refused form whose page has no place for its words any more: they are nowhere in what it shows. */
function losesWords(page: string, actionData: unknown): boolean {
  const failure = refusedIn(actionData)
  if (failure === undefined) return false
  const shown = page.slice(page.indexOf('<main'), page.lastIndexOf('</main>'))
  return writtenWords(failure.typed).some(({ value }) => !shown.includes(escaped(value)))
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
