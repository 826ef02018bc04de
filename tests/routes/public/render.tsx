import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js'
import type { RouteObject } from 'react-router-dom'
import { renderToStaticMarkup } from 'react-dom/server'
import type { RequestContext } from '#app/http/load-context.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import PublicLayout, { loader as layoutLoader } from '#app/routes/public/layout.tsx'
import type { Context } from '#app/services/context.ts'
import type { Address } from './addresses.ts'

const ORIGIN = 'http://127.0.0.1:3000'

/** The page as the server writes it between `<body>` and its end, layout and all. */
export async function render(ctx: Context, { route, path, params }: Address): Promise<string> {
  const context = {
    app: ctx,
    nonce: 'n',
    requestId: 'test',
    address: null,
    memo: new Map(),
  } satisfies RequestContext
  const Page = route.default
  if (!Page) throw new Error('not a page')
  const asked = ({ request }: { request: Request }) => ({ request, params, context }) as never
  const handler = createStaticHandler([
    {
      id: 'public',
      path: '/',
      loader: (args) => layoutLoader(asked(args)),
      element: <PublicLayout />,
      children: [
        { id: 'page', path: '*', loader: (args) => route.loader(asked(args)) as object, element: <Page /> },
      ],
    },
  ])
  const answered = await handler.query(new Request(ORIGIN + path))
  if (answered instanceof Response) throw answered
  if (answered.errors) throw Object.values(answered.errors)[0]
  const router = createStaticRouter(handler.dataRoutes as RouteObject[], answered)
  const translator = createTranslator(localeOf(params))
  return renderToStaticMarkup(
    <TranslatorProvider translator={translator}>
      <StaticRouterProvider router={router} context={answered} hydrate={false} />
    </TranslatorProvider>,
  )
}
