import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { TextPage } from '#app/ui/public/text-page.tsx'
import { EmailAddress } from '#app/ui/primitives/email-address.tsx'
import { Link } from '#app/ui/primitives/link.tsx'

export const loader = ({ request, params, context: { app } }: LoaderFunctionArgs) => ({
  head: pageHead(request, app.origin, localeOf(params), {
    title: 'common.nav.contact',
    lead: 'public.contact.lead',
  }),
  address: app.secretariat ?? null,
})

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Contact() {
  const t = useT()
  const { address } = useLoaderData<typeof loader>()
  return (
    <TextPage
      title={t('common.nav.contact')}
      of="public.contact"
      first={
        address === null ? null : (
          <p>
            <Link className="link" href={`mailto:${address}`}>
              <EmailAddress>{address}</EmailAddress>
            </Link>
          </p>
        )
      }
    />
  )
}
