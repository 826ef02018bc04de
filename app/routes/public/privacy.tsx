import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { localeOf } from '#app/http/locale.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { TextPage } from '#app/ui/public/text-page.tsx'

export const loader = ({ request, params, context: { app } }: LoaderFunctionArgs) => ({
  head: pageHead(request, app.origin, localeOf(params), {
    title: 'common.nav.privacy',
    lead: 'public.privacy.lead',
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Privacy() {
  const t = useT()
  return <TextPage title={t('common.nav.privacy')} of="public.privacy" />
}
