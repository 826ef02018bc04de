import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { createTranslator } from '#app/i18n/translator.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { preferredLocale } from '../locale.server.ts'

type Asked = LoaderFunctionArgs | ActionFunctionArgs

/** 405 with the methods that there are, and one sentence in the reader's language. */
function notThisWay({ request, params }: Asked, allow: string, key: string): Response {
  const locale = isLocale(params['locale']) ? params['locale'] : preferredLocale(request)
  return new Response(`${createTranslator(locale)(key)}\n`, {
    status: 405,
    headers: { allow, 'content-type': 'text/plain; charset=utf-8', 'content-language': locale },
  })
}
const readOnly = (args: Asked): Response => notThisWay(args, 'GET, HEAD', 'errors.form.readOnly')
const writeOnly = (args: Asked): Response => notThisWay(args, 'POST', 'errors.form.writeOnly')

/**
 * Files and feeds are only read, uploads only written. The framework answers the other way with an error of the server;
 * here each route without a page gets the answer that is missing.
 */
export const oneWayRoutes = (build: ServerBuild): ServerBuild => ({
  ...build,
  routes: Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route || route.module.default !== undefined) return [id, route]
      const { loader = writeOnly, action = readOnly } = route.module
      return [id, { ...route, module: { ...route.module, loader, action } }]
    }),
  ),
})
