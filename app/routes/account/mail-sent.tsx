import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '#app/ui/primitives/link.tsx'

export const handle = { title: 'account.mailSent.title' }

/** The same page whether a letter left or not. */
export default function MailSent() {
  const t = useT()
  return (
    <>
      <h1>{t('account.mailSent.title')}</h1>
      <p>{t('account.mailSent.body')}</p>
      <p>{t('account.mailSent.nothing')}</p>
      <p>
        <Link href={paths.signIn(useLocale())}>{t('account.mailSent.back')}</Link>
      </p>
    </>
  )
}
