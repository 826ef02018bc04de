import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js'
import type { RouteObject } from 'react-router-dom'
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { createTranslator } from '#app/i18n/translator.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'

type Made = { readonly data?: unknown; readonly actionData?: unknown }

/** The HTML of a page as a browser without script receives it, from what its loader and action answered. */
export async function htmlOf(Page: ComponentType, made: Made, locale: 'fr' | 'ar' = 'fr'): Promise<string> {
  const routes = [{ id: 'page', path: '*', Component: Page, loader: () => made.data ?? null }]
  const handler = createStaticHandler(routes)
  const context = await handler.query(new Request(`http://127.0.0.1/${locale}/jury`))
  if (context instanceof Response) throw new Error('redirected')
  if (made.actionData !== undefined) context.actionData = { page: made.actionData }
  const router = createStaticRouter(handler.dataRoutes as RouteObject[], context)
  return renderToString(
    <TranslatorProvider translator={createTranslator(locale)}>
      <StaticRouterProvider router={router} context={context} hydrate={false} />
    </TranslatorProvider>,
  )
}
