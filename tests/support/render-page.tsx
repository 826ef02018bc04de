import { RemixServer } from '@remix-run/react'
import type { ComponentProps, ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'

export type RouteModule = { readonly loader: (asked: never) => unknown; readonly default: ComponentType }
type Shown = {
  readonly locale: 'ar' | 'fr'
  /** What the loader gave, and what the action left. */
  readonly value: unknown
  readonly left?: unknown
}

/** One page as the server writes it, without its layout. */
export function renderPage(page: RouteModule, { locale, value, left }: Shown): string {
  const url = `http://127.0.0.1:3000/${locale}/page`
  const route = {
    id: 'page',
    path: '*',
    hasLoader: true,
    hasAction: true,
    module: '',
    hasErrorBoundary: false,
  }
  const location = { pathname: `/${locale}/page`, search: '', hash: '', state: null, key: 'x' }
  const context = {
    manifest: { routes: { page: route }, entry: { imports: [], module: '' }, url: '', version: '' },
    routeModules: { page: { default: page.default } },
    staticHandlerContext: {
      basename: '/',
      location,
      matches: [{ params: {}, pathname: location.pathname, pathnameBase: location.pathname, route }],
      loaderData: { page: value },
      actionData: left === undefined ? null : { page: left },
      errors: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
      activeDeferreds: null,
    },
    future: {},
    isSpaMode: false,
    renderMeta: {},
  } as unknown as ComponentProps<typeof RemixServer>['context']
  return renderToString(
    <TranslatorProvider translator={createTranslator(locale)}>
      <RemixServer context={context} url={url} />
    </TranslatorProvider>,
  )
}
