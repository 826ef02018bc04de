import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { inLocale, paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Flash } from '../primitives/flash.tsx'
import { WorkShell } from '../shells/work-shell.tsx'

type Props = {
  name: string
  role: string
  seated: boolean
  releases: boolean
  demonstration: boolean
  flash: string | null
  children: ReactNode
}

/** The frame of deliberation and release: what the person takes part in, and nothing else. */
export function MeetingShell({ name, role, seated, releases, demonstration, flash, children }: Props) {
  const t = useT()
  const locale = useLocale()
  const { pathname } = useLocation()
  const link = (href: string, key: string) => ({
    href,
    label: t(`work.nav.${key}`),
    current: pathname === href,
  })
  const nav = [
    link(paths.deliberationArea(locale), 'deliberations'),
    ...(seated ? [link(paths.juryHome(locale), 'myDossiers')] : []),
    ...(releases ? [link(paths.releaseArea(locale), 'release')] : []),
  ]
  const other = locale === 'ar' ? 'fr' : 'ar'
  return (
    <WorkShell
      homeHref={paths.deliberationArea(locale)}
      organisation={t('common.site.award')}
      role={t(`work.role.${role}`)}
      nav={nav}
      otherLanguage={{ locale: other, href: inLocale(pathname, other) }}
      person={{ name, accountHref: paths.account(locale), signOutAction: paths.signOut(locale) }}
      demonstration={demonstration}
    >
      <Flash flash={flash !== null && t.has(flash) ? { kind: 'ok', message: t(flash) } : null} />
      {children}
    </WorkShell>
  )
}
