import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { preferredLocale } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'

/** The address printed under a QR code: the check page, in the reader's language. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(paths.verify(preferredLocale(request), (params['code'] ?? '').slice(0, 100)), 302)
