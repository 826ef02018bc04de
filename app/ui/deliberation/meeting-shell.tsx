import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { WorkFrame } from '../shells/work-frame.tsx'

type Props = {
  name: string
  role: string
  seated: boolean
  releases: boolean
  demonstration: boolean
  finds: boolean
  children: ReactNode
}

/** The frame of deliberation and release: what the person takes part in, and nothing else. */
export function MeetingShell({ name, role, seated, releases, demonstration, finds, children }: Props) {
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
  return (
    <WorkFrame
      name={name}
      demonstration={demonstration}
      finds={finds}
      homeHref={paths.deliberationArea(locale)}
      role={t(`work.role.${role}`)}
      nav={nav}
    >
      {children}
    </WorkFrame>
  )
}
