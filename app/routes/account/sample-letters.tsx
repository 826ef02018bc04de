import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { found } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { sampleLetters } from '#app/services/system/sample-letter.ts'
import { Link } from '#app/ui/primitives/link.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const loader = ({ context }: LoaderFunctionArgs) => ({ rows: found(sampleLetters(context.app)) })

export const handle = { title: 'account.samples.title' }

export default function SampleLetters() {
  const t = useT()
  const locale = useLocale()
  const { rows } = useLoaderData<typeof loader>()
  const subjects = (row: (typeof rows)[number]) => (
    <ul className="subjects">
      {row.subjects.map(({ locale: of, subject }) => (
        <li key={of} lang={of} dir={dirOf(of)}>
          <Link href={paths.sampleLetter(locale, row.name, of)}>{subject}</Link>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <WorkTitle
        title={t('account.samples.title')}
        meta={t('account.samples.lead', { count: rows.length })}
        crumbs={[{ href: paths.mailbox(locale), label: t('account.mailbox.title') }]}
      />
      <Table
        caption={t('account.samples.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.name}
        narrow="rows"
        columns={[
          {
            key: 'name',
            header: t('account.samples.name'),
            cell: (row) => (
              <>
                {t(`emails.notices.${row.name}.title`)}
                <span className="tasks__hint">
                  <Reference code>{row.name}</Reference>
                </span>
                <span className="tasks__hint">
                  {t(row.legal ? 'account.samples.legal' : 'account.samples.optional')}
                </span>
              </>
            ),
          },
          { key: 'subjects', header: t('account.mailbox.subject'), named: false, cell: subjects },
        ]}
      />
    </>
  )
}
