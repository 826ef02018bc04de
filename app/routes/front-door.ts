import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { preferredLocale } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'

export const loader = ({ request }: LoaderFunctionArgs) => redirect(paths.home(preferredLocale(request)), 302)
