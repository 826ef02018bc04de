import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { TextPage } from '#app/ui/public/text-page.tsx'
import { EmailAddress } from '#app/ui/primitives/email-address.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { Phrase } from '#app/ui/primitives/phrase.tsx'

export const loader = ({ request, params, context: { app } }: LoaderFunctionArgs) => ({
  head: pageHead(request, app.origin, localeOf(params), {
    title: 'common.nav.contact',
    lead: 'public.contact.lead',
  }),
  address: app.secretariat ?? null,
  demonstration: app.demonstration,
})

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

/** Under a top level that is nobody's (RFC 2606): it can be read as what it is, and no mail goes there. */
const EXAMPLE = 'secretariat@imtiyaz.example'

/** What is missing, and whose it is to give; a demonstration shows how the place will look. */
function NoAddress({ demonstration }: { demonstration: boolean }) {
  const t = useT()
  return (
    <div className="prose">
      {demonstration ? (
        <p>
          <Phrase
            k="public.contact.example"
            parts={{ address: <EmailAddress key="address">{EXAMPLE}</EmailAddress> }}
          />
        </p>
      ) : null}
      <p>{t('public.contact.noAddress')}</p>
    </div>
  )
}

export default function Contact() {
  const t = useT()
  const { address, demonstration } = useLoaderData<typeof loader>()
  return (
    <TextPage
      title={t('common.nav.contact')}
      of="public.contact"
      first={
        address === null ? (
          <NoAddress demonstration={demonstration} />
        ) : (
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
