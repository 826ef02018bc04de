import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Brand } from './brand.tsx'
import { type Theme, ThemeForm } from './theme-form.tsx'

export type FooterColumn = {
  readonly title: string
  readonly links: readonly { href: string; label: ReactNode; download?: boolean }[]
}
export type PublicFooterProps = {
  homeHref: string
  awardName?: string
  columns: readonly FooterColumn[]
  organiser: string
  theme: { readonly action: string; readonly current: Theme; readonly returnTo?: string }
}

export function PublicFooter({ homeHref, awardName, columns, organiser, theme }: PublicFooterProps) {
  const t = useT()
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="foot__cols">
          <div>
            <Brand href={homeHref} size={40} {...(awardName === undefined ? {} : { awardName })} />
          </div>
          {columns.map((column) => (
            <div key={column.title}>
              <h2>{column.title}</h2>
              <ul>
                {column.links.map((link) => (
                  <li key={link.href}>
                    <Link href={link.href} download={link.download}>
                      {link.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <div className="foot__legal">
          <bdi>{organiser}</bdi>
          <ThemeForm
            action={theme.action}
            theme={theme.current}
            {...(theme.returnTo === undefined ? {} : { returnTo: theme.returnTo })}
          />
          <span>{t('common.footer.noScript')}</span>
        </div>
      </div>
    </footer>
  )
}
