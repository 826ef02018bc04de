import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'

/** A link that is used, too old or mistyped: what to do instead. */
export function DeadLink() {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <h1>{t('account.deadLink.title')}</h1>
      <p>{t('account.deadLink.body')}</p>
      <p>
        <Link href={paths.forgotPassword(locale)}>{t('account.deadLink.reset')}</Link>
      </p>
      <p>
        <Link href={paths.signIn(locale)}>{t('account.signIn.submit')}</Link>
      </p>
    </>
  )
}
