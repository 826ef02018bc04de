import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { preferredLocale } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'

/** The short address printed on documents and in their QR codes. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(paths.verify(preferredLocale(request), (params['code'] ?? '').slice(0, 60)), 302)
