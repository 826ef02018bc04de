import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { DetailsMenu } from '../primitives/details-menu.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import { Brand } from './brand.tsx'
import { type LanguageLink, Languages } from './languages.tsx'
import { PublicFooter, type PublicFooterProps } from './public-footer.tsx'
import { SkipLink } from './skip-link.tsx'
import { UnreviewedWords } from './unreviewed-words.tsx'

export type NavLink = {
  readonly href: string
  readonly label: ReactNode
  readonly current?: boolean
  readonly count?: number
}
type Props = {
  homeHref: string
  awardName?: string
  languages: readonly LanguageLink[]
  nav: readonly NavLink[]
  /** Sign in, or the person's own space. */
  account: { readonly href: string; readonly label: string; readonly icon: 'log-in' | 'user' }
  footer: Omit<PublicFooterProps, 'homeHref' | 'awardName'>
  /** The demonstration says so on every page. */
  demonstration?: boolean
  children: ReactNode
}

const Items = ({ nav }: { nav: readonly NavLink[] }) => (
  <>
    {nav.map((link) => (
      <li key={link.href}>
        <Link href={link.href} current={link.current === true ? 'page' : undefined}>
          {link.label}
        </Link>
      </li>
    ))}
  </>
)

function OfficialStrip({ languages }: { languages: readonly LanguageLink[] }) {
  return (
    <div className="official">
      <div className="official__names">
        <span lang="ar" dir="rtl">
          المملكة المغربية
        </span>
        <span lang="zgh">ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ</span>
        <span lang="fr">Royaume du Maroc</span>
      </div>
      <Languages links={languages} />
    </div>
  )
}

/** Every page anyone may read: languages, navigation, content, footer. */
export function PublicShell({
  homeHref,
  awardName,
  languages,
  nav,
  account,
  footer,
  demonstration,
  children,
}: Props) {
  const t = useT()
  const name = awardName === undefined ? {} : { awardName }
  return (
    <>
      <SkipLink />
      <header>
        {demonstration === true ? <p className="demo-bar">{t('common.site.demo')}</p> : null}
        <UnreviewedWords here={languages.find(({ locale }) => locale === t.locale)?.href ?? homeHref} />
        <OfficialStrip languages={languages} />
        <div className="topbar">
          <Brand href={homeHref} {...name} />
          <nav className="topnav" aria-label={t('common.nav.label')}>
            <ul>
              <Items nav={nav} />
              <li>
                <ButtonLink href={account.href} icon={account.icon}>
                  {account.label}
                </ButtonLink>
              </li>
            </ul>
          </nav>
          <DetailsMenu
            summary={
              <summary className="btn">
                <Icon name="menu" />
                {t('common.nav.menu')}
              </summary>
            }
          >
            <nav aria-label={t('common.nav.menu')}>
              <ul>
                <Items nav={[...nav, { href: account.href, label: account.label }]} />
              </ul>
            </nav>
          </DetailsMenu>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page">
        {children}
      </main>
      <PublicFooter homeHref={homeHref} {...name} {...footer} />
    </>
  )
}
