import type { ReactNode } from 'react'
import { dirOf, type Locale, localeFacts } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Avatar } from '../patterns/person.tsx'
import { DetailsMenu } from '../primitives/details-menu.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import { Brand } from './brand.tsx'
import { NavItems } from './nav-items.tsx'
import type { NavLink } from './public-shell.tsx'
import { SkipLink } from './skip-link.tsx'

type Props = {
  homeHref: string
  /** The body one acts for, or the campaign; and the role, in a word. */
  organisation: ReactNode
  role: string
  nav: readonly NavLink[]
  /** The same page in the other working language. */
  otherLanguage: { readonly locale: Locale; readonly href: string }
  helpHref?: string
  /** Where the office looks for a page or a file; with script, a dialog. */
  findHref?: string | undefined
  /** The bell leads there; how many wait is said by the entry of the bar, once. */
  notices?: { readonly href: string }
  person: {
    readonly name: string
    readonly accountHref: string
    readonly signOutAction: string
    readonly roles?: readonly NavLink[]
  }
  demonstration?: boolean
  children: ReactNode
}

function OtherLanguage({ otherLanguage }: Pick<Props, 'otherLanguage'>) {
  const { locale, href } = otherLanguage
  return (
    <a className="wide" href={href} lang={locale} hrefLang={locale} dir={dirOf(locale)}>
      {localeFacts[locale].endonym}
    </a>
  )
}

function PersonMenu({ person }: Pick<Props, 'person'>) {
  const t = useT()
  return (
    <DetailsMenu
      summary={
        <summary>
          <Avatar name={person.name} />
          <span className="vh">
            {t('common.pair.labelled', { label: t('common.nav.myAccount'), value: person.name })}
          </span>
        </summary>
      }
    >
      <Link href={person.accountHref} icon="user">
        <bdi>{person.name}</bdi>
      </Link>
      {person.roles?.map((role) => (
        <Link key={role.href} href={role.href} current={role.current === true || undefined}>
          {role.label}
        </Link>
      ))}
      <form method="post" action={person.signOutAction}>
        <button type="submit">
          <Icon name="log-out" />
          {t('common.nav.signOut')}
        </button>
      </form>
    </DetailsMenu>
  )
}

/** Work screens: a 56 px bar, then the page at full width. */
export function WorkShell(props: Props) {
  const t = useT()
  const {
    homeHref,
    organisation,
    role,
    nav,
    otherLanguage,
    helpHref,
    findHref,
    notices,
    person,
    demonstration,
    children,
  } = props
  return (
    <div className="app">
      <SkipLink />
      <header>
        {demonstration === true ? <p className="demo-bar">{t('common.site.demo')}</p> : null}
        <div className="appbar">
          <Brand href={homeHref} size={30} sub={false} />
          <div className="appbar__who">
            <b>
              <bdi>{organisation}</bdi>
            </b>
            <span>{role}</span>
          </div>
          <nav className="appbar__nav" aria-label={t('work.nav.label')}>
            <NavItems nav={nav} />
          </nav>
          <div className="appbar__end">
            <OtherLanguage otherLanguage={otherLanguage} />
            {findHref === undefined ? null : (
              <a
                className="wide"
                href={findHref}
                aria-label={t('work.palette.title')}
                aria-keyshortcuts="Control+K Meta+K"
                data-palette=""
              >
                <Icon name="search" />
              </a>
            )}
            {helpHref === undefined ? null : (
              <Link className="wide" href={helpHref} aria-label={t('common.nav.help')}>
                <Icon name="help" />
              </Link>
            )}
            {notices === undefined ? null : (
              <Link className="wide" href={notices.href} aria-label={t('work.nav.messages')}>
                <Icon name="bell" />
              </Link>
            )}
            <PersonMenu person={person} />
            <DetailsMenu
              className="menu--small"
              summary={
                <summary className="btn btn--sm">
                  <Icon name="menu" />
                  <span className="menu__word">{t('common.nav.menu')}</span>
                </summary>
              }
            >
              <nav aria-label={t('common.nav.menu')}>
                <NavItems nav={nav} />
              </nav>
              {findHref === undefined ? null : (
                <a href={findHref} data-palette="">
                  {t('work.palette.title')}
                </a>
              )}
              <a href={otherLanguage.href} lang={otherLanguage.locale} dir={dirOf(otherLanguage.locale)}>
                {localeFacts[otherLanguage.locale].endonym}
              </a>
            </DetailsMenu>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
