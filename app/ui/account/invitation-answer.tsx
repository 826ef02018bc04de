import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { EmailAddress } from '../primitives/email-address.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { Time } from '../primitives/time.tsx'
import { AccountForm, errorAt } from './account-form.tsx'

type Shown = {
  kind: 'office' | 'seat'
  email: string
  role: string
  campaign: { awardName: Localized; year: number } | null
  seat: Localized | null
  expiresAt: number | Instant
  way: 'accept' | 'join' | 'sign-in' | 'other-account'
}
type Props = { token: string; shown: Shown; failure: FormFailure | undefined; signInHref: string }

/** What is offered, to whom, until when; then the one way to answer that fits whoever reads. */
export function InvitationAnswer({ token, shown, failure, signInHref }: Props) {
  const t = useT()
  const { campaign, seat } = shown
  const facts = [
    ...(campaign
      ? [
          {
            term: t('account.invitation.campaign'),
            value: (
              <>
                <LocalizedText text={campaign.awardName} /> <bdi>{campaign.year}</bdi>
              </>
            ),
          },
        ]
      : []),
    { term: t('account.invitation.role'), value: t(`work.role.${shown.role}`) },
    ...(seat ? [{ term: t('account.invitation.seat'), value: <LocalizedText text={seat} /> }] : []),
    { term: t('account.invitation.address'), value: <EmailAddress>{shown.email}</EmailAddress> },
    { term: t('account.invitation.until'), value: <Time at={shown.expiresAt} zone /> },
  ]
  return (
    <>
      <h1>{t(`account.invitation.title.${shown.kind}`)}</h1>
      <SummaryList facts={facts} />
      <Answer token={token} shown={shown} failure={failure} signInHref={signInHref} />
      {shown.way === 'other-account' ? null : (
        <AccountForm>
          <input type="hidden" name="token" value={token} />
          <Button variant="ghost" name="intent" value="decline">
            {t('account.invitation.decline')}
          </Button>
        </AccountForm>
      )}
    </>
  )
}

function Answer({ token, shown, failure, signInHref }: Props) {
  const t = useT()
  const locale = useLocale()
  if (shown.way === 'other-account') {
    return (
      <>
        <Banner kind="wait">{t('account.invitation.otherAccount')}</Banner>
        <form method="post" action={paths.signOut(locale)}>
          <Button>{t('common.nav.signOut')}</Button>
        </form>
      </>
    )
  }
  if (shown.way === 'sign-in') {
    return (
      <ButtonLink variant="primary" href={signInHref}>
        {t('account.invitation.signIn')}
      </ButtonLink>
    )
  }
  return (
    <AccountForm failure={failure}>
      <input type="hidden" name="token" value={token} />
      {shown.way === 'join' ? <NewAccount failure={failure} /> : null}
      <div className="acts">
        <Button variant="primary" name="intent" value={shown.way}>
          {t('account.invitation.accept')}
        </Button>
      </div>
    </AccountForm>
  )
}

function NewAccount({ failure }: { failure: FormFailure | undefined }) {
  const t = useT()
  return (
    <>
      <p>{t('account.invitation.join')}</p>
      <TextInput
        name="name"
        label={t('account.field.name')}
        autoComplete="name"
        defaultValue={failure?.typed.name}
        error={errorAt(t, failure, 'name')}
      />
      <TextInput
        name="password"
        type="password"
        label={t('account.field.password')}
        hint={t('account.hint.password')}
        autoComplete="new-password"
        error={errorAt(t, failure, 'password')}
      />
    </>
  )
}
