import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { EmailAddress } from '../primitives/email-address.tsx'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { Table } from '../primitives/table.tsx'
import { Time } from '../primitives/time.tsx'
import { RevokeRole } from './revoke-role.tsx'

type Props = {
  people: readonly { grantId: string; role: string; name: string; email: string }[]
  invited: readonly { id: string; email: string; role: string; expiresAt: number }[]
  failure: FormFailure | undefined
}

/** Who holds a role of the campaign, and who was asked and has not answered. */
export function OfficeTables({ people, invited, failure }: Props) {
  const t = useT()
  return (
    <>
      {failure?.formError ? (
        <RefusalBanner of={failure}>
          {reasonText(t, failure.formError.reason, failure.formError.facts, 'account')}
        </RefusalBanner>
      ) : null}
      <Table
        caption={t('account.office.people')}
        rows={people}
        rowKey={(row) => row.grantId}
        narrow="rows"
        columns={[
          { key: 'name', header: t('account.field.name'), cell: (row) => <bdi>{row.name}</bdi> },
          {
            key: 'email',
            header: t('account.field.email'),
            cell: (row) => <EmailAddress>{row.email}</EmailAddress>,
          },
          { key: 'role', header: t('account.field.role'), cell: (row) => t(`work.role.${row.role}`) },
          {
            key: 'revoke',
            header: t('account.office.revoke'),
            named: false,
            pressed: true,
            cell: (row) => <RevokeRole grantId={row.grantId} />,
          },
        ]}
      />
      <Table
        caption={t('account.office.invited')}
        empty={t('account.office.noneInvited')}
        rows={invited}
        rowKey={(row) => row.id}
        narrow="rows"
        columns={[
          {
            key: 'email',
            header: t('account.field.email'),
            cell: (row) => <EmailAddress>{row.email}</EmailAddress>,
          },
          { key: 'role', header: t('account.field.role'), cell: (row) => t(`work.role.${row.role}`) },
          {
            key: 'until',
            header: t('account.invitation.until'),
            cell: (row) => <Time at={row.expiresAt} style="short" />,
          },
        ]}
      />
    </>
  )
}
