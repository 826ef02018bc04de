import type { ReactNode } from 'react'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { WorkFrame } from '../shells/work-frame.tsx'
import './account.css'

type Props = {
  name: string
  unread: number
  administrator: boolean
  demonstration: boolean
  finds: boolean
  here: string
  children: ReactNode
}

/** The pages of one's own account, and of the administrator. */
export function OwnShell({ name, unread, administrator, demonstration, finds, here, children }: Props) {
  const t = useT()
  const locale = useLocale()
  // Pages that are a part of another one of these.
  const parts: Readonly<Record<string, string>> = {
    [paths.shortcuts(locale)]: paths.profile(locale),
    [paths.enrolSecondFactor(locale)]: paths.security(locale),
  }
  const pages: readonly (readonly [string, string, number?])[] = [
    [paths.account(locale), t('account.nav.home')],
    [paths.myMandates(locale), t('account.nav.mandates')],
    [paths.notices(locale), t('account.nav.notices'), unread],
    [paths.profile(locale), t('account.nav.profile')],
    [paths.security(locale), t('account.nav.security')],
    ...(administrator ? [[paths.people(locale), t('account.nav.people')] as const] : []),
    ...(demonstration
      ? [
          [paths.mailbox(locale), t('account.nav.mailbox')] as const,
          [paths.demonstration(locale), t('account.nav.demonstration')] as const,
        ]
      : []),
  ]
  return (
    <WorkFrame
      name={name}
      demonstration={demonstration}
      finds={finds}
      organisation={t('account.shell.title')}
      role={t('account.shell.role')}
      nav={pages.map(([href, label, count]) => ({
        href,
        label,
        current: href === (parts[here] ?? here),
        ...(count === undefined ? {} : { count }),
      }))}
    >
      <div className="own">{children}</div>
    </WorkFrame>
  )
}
