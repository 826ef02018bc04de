import type { ReactNode } from 'react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { inLocale, paths } from '#app/http/paths.ts'
import { LOCALES, type Locale } from '#app/i18n/locales.ts'
import { type Translator } from '#app/i18n/instance.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { PublicShell } from '../shells/public-shell.tsx'
import type { FooterColumn } from '../shells/public-footer.tsx'
import type { Theme } from '../shells/theme-form.tsx'

/** Work pages exist in Arabic and French. */
export const workLocale = (locale: Locale): 'ar' | 'fr' => (locale === 'ar' ? 'ar' : 'fr')

type Props = {
  /** Path and search of the page, for the other languages and for the way back. */
  here: string
  organiser: Localized | null
  demonstration: boolean
  theme: Theme
  children: ReactNode
}

function footerOf(t: Translator, locale: Locale): readonly FooterColumn[] {
  const link = (key: string, href: string, download = false) => ({
    href,
    label: t(key),
    ...(download ? { download } : {}),
  })
  return [
    {
      title: t('common.footer.award'),
      links: [
        link('common.nav.regulation', paths.regulation(locale)),
        link('common.nav.calendar', paths.calendar(locale)),
        link('common.nav.jury', paths.juryRules(locale)),
        link('common.nav.rubrics', paths.categories(locale)),
      ],
    },
    {
      title: t('common.footer.openData'),
      links: [
        link('common.nav.laureates', paths.laureates(locale)),
        link('common.nav.openData', paths.openData(locale)),
        link('common.nav.verify', paths.verify(locale)),
        { href: paths.feed(locale), label: t('common.nav.feed') },
      ],
    },
    {
      title: t('common.footer.help'),
      links: [
        link('public.questions.title', paths.questions(locale)),
        link('common.nav.contact', paths.contact(locale)),
        link('common.nav.accessibility', paths.accessibility(locale)),
        link('common.nav.privacy', paths.privacy(locale)),
      ],
    },
  ]
}

/** Navigation and footer of every page anyone may read. */
export function SiteShell({ here, organiser, demonstration, theme, children }: Props) {
  const t = useT()
  const locale = useLocale()
  const [path = ''] = here.split(/[?#]/)
  const nav = [
    { href: paths.home(locale), label: t('common.nav.home') },
    { href: paths.categories(locale), label: t('common.nav.categories') },
    { href: paths.questions(locale), label: t('common.nav.apply') },
    { href: paths.laureates(locale), label: t('common.nav.laureates') },
    { href: paths.openData(locale), label: t('common.nav.openData') },
  ].map((link) => ({
    ...link,
    current: path === link.href || (link.href !== paths.home(locale) && path.startsWith(`${link.href}/`)),
  }))
  return (
    <PublicShell
      homeHref={paths.home(locale)}
      languages={LOCALES.map((one) => ({ locale: one, href: inLocale(here, one) }))}
      nav={nav}
      account={{ href: paths.signIn(workLocale(locale)), label: t('common.nav.signIn'), icon: 'log-in' }}
      footer={{
        columns: footerOf(t, locale),
        organiser: (organiser && shownIn(organiser, locale)?.text) ?? t('common.site.kingdom'),
        theme: { action: paths.preference(), current: theme, returnTo: here },
      }}
      demonstration={demonstration}
    >
      {children}
    </PublicShell>
  )
}
