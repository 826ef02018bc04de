import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { EmailAddress } from '../primitives/email-address.tsx'
import { Link } from '../primitives/link.tsx'
import { Table } from '../primitives/table.tsx'
import { Tag } from '../primitives/tag.tsx'

type Row = {
  id: string
  name: string
  email: string
  secondFactor: boolean
  disabled: boolean
  roles: readonly string[]
}

export function PeopleTable({ rows }: { rows: readonly Row[] }) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  return (
    <Table
      caption={t('account.people.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      narrow="rows"
      columns={[
        {
          key: 'name',
          header: t('account.field.name'),
          cell: (row) => (
            <Link href={paths.person(locale, row.id)}>
              <bdi>{row.name}</bdi>
            </Link>
          ),
        },
        {
          key: 'email',
          header: t('account.field.email'),
          cell: (row) => <EmailAddress>{row.email}</EmailAddress>,
        },
        {
          key: 'roles',
          header: t('account.people.roles'),
          cell: (row) => format.list(row.roles.map((role) => t(`work.role.${role}`))),
        },
        {
          key: 'factor',
          header: t('account.people.secondFactor'),
          cell: (row) => t(row.secondFactor ? 'account.people.on' : 'account.people.off'),
        },
        {
          key: 'state',
          header: t('account.people.state'),
          cell: (row) => (
            <Tag kind={row.disabled ? 'off' : 'ok'}>
              {t(row.disabled ? 'account.people.closed' : 'account.people.open')}
            </Tag>
          ),
        },
      ]}
    />
  )
}
