import type { ReactNode } from 'react'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Brand } from '../shells/brand.tsx'
import { type LanguageLink, Languages } from '../shells/languages.tsx'
import { SkipLink } from '../shells/skip-link.tsx'
import './account.css'

type Props = { languages: readonly LanguageLink[]; demonstration: boolean; here: string; children: ReactNode }

/** The pages before one is known: sign-in, registration, mailed links. The mark, the languages, one task. */
export function DoorShell({ languages, demonstration, here, children }: Props) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <SkipLink />
      <header>
        {demonstration ? <p className="demo-bar">{t('common.site.demo')}</p> : null}
        <div className="topbar">
          <Brand href={paths.home(locale)} />
          <Languages links={languages} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page">
        <div className="wrap">
          <div className="narrow">{children}</div>
          {demonstration && here !== paths.demonstration(locale) ? (
            <p className="narrow sm">
              <Link href={paths.demonstration(locale)}>{t('account.demonstration.link')}</Link>
            </p>
          ) : null}
          <p className="narrow sm">
            <Link href={paths.contact(locale)}>{t('common.nav.contact')}</Link>
          </p>
        </div>
      </main>
    </>
  )
}
