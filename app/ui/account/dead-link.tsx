import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'

/** A link that is used, too old or mistyped: what to do instead, by what it was sent for. */
export function DeadLink({ sentFor }: { sentFor: 'password' | 'address' | 'invitation' }) {
  const t = useT()
  const locale = useLocale()
  const anew = { password: paths.forgotPassword, address: paths.register, invitation: null }[sentFor]
  return (
    <>
      <h1>{t('account.deadLink.title')}</h1>
      <p>{t('account.deadLink.body')}</p>
      <p>{t(`account.deadLink.again.${sentFor}`)}</p>
      {anew === null ? null : (
        <p>
          <Link href={anew(locale)}>
            {t(sentFor === 'password' ? 'account.deadLink.reset' : 'account.register.title')}
          </Link>
        </p>
      )}
      <p>
        <Link href={paths.signIn(locale)}>{t('account.signIn.submit')}</Link>
      </p>
    </>
  )
}
