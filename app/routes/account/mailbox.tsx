import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { mailbox } from '#app/queries/account/mailbox.ts'
import { NextPage } from '#app/ui/account/next-page.tsx'
import { EmailAddress } from '#app/ui/primitives/email-address.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, demonstration } = context.app
  const page = await mailbox(db, demonstration, new URL(request.url).searchParams.get('after'))
  if (!page.ok) throw notFound()
  return page.value
}

export const handle = { title: 'account.mailbox.title' }

export default function Mailbox() {
  const t = useT()
  const locale = useLocale()
  const { rows, next } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('account.mailbox.title')} meta={t('account.mailbox.lead')} />
      <p>
        <Link className="link" href={paths.sampleLetters(locale)} iconEnd="arrow-right">
          {t('account.samples.title')}
        </Link>
      </p>
      <Table
        caption={t('account.mailbox.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        narrow="rows"
        columns={[
          {
            key: 'subject',
            header: t('account.mailbox.subject'),
            cell: (row) => (
              <Link href={paths.letter(locale, row.id)}>
                <bdi>{row.subject}</bdi>
              </Link>
            ),
          },
          {
            key: 'to',
            header: t('account.mailbox.to'),
            cell: (row) => <EmailAddress>{row.to}</EmailAddress>,
          },
          { key: 'at', header: t('account.mailbox.at'), cell: (row) => <Time at={row.at} style="short" /> },
        ]}
      />
      <NextPage href={next === null ? null : paths.mailbox(locale, next)} />
    </>
  )
}
