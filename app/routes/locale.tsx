import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'

/** An unknown language is an unknown page. */
export const loader = ({ params }: LoaderFunctionArgs) => ({ locale: localeOf(params) })

export default function LocaleLayout() {
  return <Outlet />
}
