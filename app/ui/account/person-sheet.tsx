import type { Localized } from '#app/domain/kernel/localized.ts'
import { OFFICE_ROLES } from '#app/domain/access/actor.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { AskFirst } from '../patterns/ask-first.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Button } from '../primitives/button.tsx'
import { EmailAddress } from '../primitives/email-address.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Select } from '../primitives/select.tsx'
import { Tag } from '../primitives/tag.tsx'
import { Time } from '../primitives/time.tsx'
import { AccountForm, errorAt } from './account-form.tsx'
import { RevokeRole } from './revoke-role.tsx'

type Campaign = { id: string; year: number; awardName: Localized }
export type PersonShown = {
  email: string
  verified: boolean
  secondFactor: boolean
  disabled: boolean
  own: boolean
  createdAt: number
  liveSessions: number
  grants: readonly { id: string; role: string; campaign: Campaign | null }[]
  seats: readonly { role: string; campaign: Campaign }[]
  campaigns: readonly Campaign[]
}
type Props = { person: PersonShown; failure: FormFailure | undefined }

/** One account as the administrator sees it: what it is, what it holds, and the acts on it. */
export function PersonSheet({ person, failure }: Props) {
  const t = useT()
  const format = useFormat()
  const word = (yes: boolean): string => t(yes ? 'account.people.on' : 'account.people.off')
  return (
    <div className="stack stack--loose">
      <SummaryList
        facts={[
          { term: t('account.field.email'), value: <EmailAddress>{person.email}</EmailAddress> },
          {
            term: t('account.people.state'),
            value: (
              <Tag kind={person.disabled ? 'off' : 'ok'}>
                {t(person.disabled ? 'account.people.closed' : 'account.people.open')}
              </Tag>
            ),
          },
          { term: t('account.people.verified'), value: word(person.verified) },
          { term: t('account.people.secondFactor'), value: word(person.secondFactor) },
          { term: t('account.people.sessions'), value: <bdi>{format.number(person.liveSessions)}</bdi> },
          { term: t('account.people.since'), value: <Time at={person.createdAt} show="date" /> },
        ]}
      />
      <Roles person={person} />
      {person.own ? null : <GrantForm person={person} failure={failure} />}
      {person.own ? null : <Closing isClosed={person.disabled} />}
    </div>
  )
}

/** A closed account is reopened by one button; an open one is closed only after what follows has been said. */
function Closing({ isClosed }: { isClosed: boolean }) {
  const t = useT()
  if (isClosed)
    return (
      <form method="post" className="acts acts--ruled">
        <Button name="intent" value="enable">
          {t('account.people.enable')}
        </Button>
      </form>
    )
  return (
    <div className="acts acts--ruled">
      <AskFirst label={t('account.people.disable')} says={t('account.people.disableSays')}>
        <form method="post">
          <Button variant="danger" name="intent" value="disable">
            {t('account.people.disable')}
          </Button>
        </form>
      </AskFirst>
    </div>
  )
}

const Of = ({ campaign }: { campaign: Campaign | null }) =>
  campaign ? (
    <>
      <LocalizedText text={campaign.awardName} /> <bdi>{campaign.year}</bdi>
    </>
  ) : null

function Roles({ person }: { person: PersonShown }) {
  const t = useT()
  return (
    <section className="stack" aria-labelledby="roles-title">
      <h2 id="roles-title">{t('account.people.roles')}</h2>
      {person.grants.length + person.seats.length === 0 ? <p>{t('account.people.noRole')}</p> : null}
      <ul className="tasks people-list">
        {person.grants.map((grant) => (
          <li key={grant.id}>
            <div>
              {t(`work.role.${grant.role}`)}
              <span className="tasks__hint">
                <Of campaign={grant.campaign} />
              </span>
            </div>
            <RevokeRole grantId={grant.id} />
          </li>
        ))}
        {person.seats.map((seat, i) => (
          <li key={`seat-${i}`}>
            <div>
              {t(`work.role.${seat.role}`)}
              <span className="tasks__hint">
                <Of campaign={seat.campaign} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function GrantForm({ person, failure }: Props) {
  const t = useT()
  const name = ({ awardName, year }: Campaign): string =>
    `${shownIn(awardName, t.locale)?.text ?? ''} ${year}`
  return (
    <section className="stack" aria-labelledby="grant-title">
      <h2 id="grant-title">{t('account.people.grant')}</h2>
      <AccountForm failure={failure}>
        <input type="hidden" name="intent" value="grant" />
        <Select
          name="role"
          label={t('account.field.role')}
          choices={OFFICE_ROLES.map((value) => ({ value, label: t(`work.role.${value}`) }))}
          defaultValue={failure?.typed.role}
          error={errorAt(t, failure, 'role')}
        />
        <Select
          name="campaignId"
          label={t('account.field.campaign')}
          hint={t('account.hint.campaign')}
          empty={t('account.people.installation')}
          choices={person.campaigns.map((campaign) => ({ value: campaign.id, label: name(campaign) }))}
          defaultValue={failure?.typed.campaignId}
          error={errorAt(t, failure, 'campaignId')}
        />
        <div className="acts">
          <Button>{t('account.people.grant')}</Button>
        </div>
      </AccountForm>
    </section>
  )
}
