import { useLocation, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { inLocale, paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { PaletteDoor } from '../palette/palette-door.tsx'
import { PdfPlace } from '../pdf/pdf-place.tsx'
import { Flash } from '../primitives/flash.tsx'
import { DownloadPlace } from './download-place.tsx'
import type { NavLink } from './public-shell.tsx'
import { WorkShell } from './work-shell.tsx'

type Props = {
  readonly name: string
  readonly demonstration: boolean
  readonly role: string
  readonly nav: readonly NavLink[]
  /** The body one acts for; else the award. */
  readonly organisation?: ReactNode
  readonly homeHref?: string
  /** For the office: the command palette. */
  readonly finds?: boolean
  readonly children: ReactNode
}

/** A page that is no entry of the bar belongs to the entry whose address begins its own. */
function placed(nav: readonly NavLink[], pathname: string): readonly NavLink[] {
  if (nav.some(({ current }) => current === true)) return nav
  const above = nav.filter(({ href }) => pathname.startsWith(`${href}/`))
  const nearest = above.sort((a, b) => b.href.length - a.href.length)[0]
  return nav.map((link) => (link === nearest ? { ...link, current: true } : link))
}

/** What every work area has in common: the other language of this very page, the person, what the last act did. */
export function WorkFrame({ name, organisation, homeHref, nav, finds, children, ...rest }: Props) {
  const t = useT()
  const locale = useLocale()
  const { pathname, search } = useLocation()
  const root = useRouteLoaderData('root') as
    { readonly flash?: string | null; readonly requestId: string } | undefined
  const other = locale === 'ar' ? 'fr' : 'ar'
  const flash = root?.flash
  return (
    <WorkShell
      {...rest}
      nav={placed(nav, pathname)}
      helpHref={paths.contact(locale)}
      findHref={finds === true ? paths.find(locale) : undefined}
      notices={{ href: paths.notices(locale) }}
      homeHref={homeHref ?? paths.home(locale)}
      organisation={organisation ?? t('common.site.award')}
      otherLanguage={{ locale: other, href: inLocale(pathname, other) + search }}
      person={{ name, accountHref: paths.account(locale), signOutAction: paths.signOut(locale) }}
    >
      <Flash key={root?.requestId} flash={flash && t.has(flash) ? { kind: 'ok', message: t(flash) } : null} />
      {children}
      <PdfPlace />
      <DownloadPlace />
      {finds === true ? <PaletteDoor /> : null}
    </WorkShell>
  )
}
