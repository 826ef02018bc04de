import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { letter } from '#app/queries/account/mailbox.ts'
import { LetterText } from '#app/ui/account/letter-text.tsx'
import { SummaryList } from '#app/ui/patterns/summary-list.tsx'
import { EmailAddress } from '#app/ui/primitives/email-address.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, demonstration } = context.app
  const found = await letter(db, demonstration, readParams(params, { id: 'id' }).id)
  if (!found.ok) throw notFound()
  return found.value
}

export const handle = { title: 'account.mailbox.title' }

export default function Letter() {
  const t = useT()
  const locale = useLocale()
  const { id, to, subject, at, text } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={<bdi>{subject}</bdi>}
        crumbs={[{ href: paths.mailbox(locale), label: t('account.mailbox.title') }]}
      />
      <SummaryList
        facts={[
          { term: t('account.mailbox.to'), value: <EmailAddress>{to}</EmailAddress> },
          { term: t('account.mailbox.at'), value: <Time at={at} zone /> },
        ]}
      />
      <p>
        <a href={paths.letterHtml(locale, id)} target="_blank" rel="noopener">
          {t('account.mailbox.html')} <span className="vh">{t('common.link.newWindow')}</span>
        </a>
      </p>
      <LetterText text={text} />
    </>
  )
}
