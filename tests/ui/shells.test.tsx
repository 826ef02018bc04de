import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import { ErrorPage } from '#app/ui/patterns/error-page.tsx'
import { PublicShell } from '#app/ui/shells/public-shell.tsx'
import { SideRail } from '#app/ui/shells/side-rail.tsx'
import { SplitPane } from '#app/ui/shells/split-pane.tsx'
import { WorkShell } from '#app/ui/shells/work-shell.tsx'
import { faults, show } from './support/show.tsx'

const publicPage = (
  <PublicShell
    homeHref="/ar"
    languages={(['ar', 'fr', 'zgh', 'en'] as const).map((locale) => ({ locale, href: `/${locale}` }))}
    nav={[
      { href: '/ar', label: 'x', current: true },
      { href: '/ar/laureates', label: 'y' },
    ]}
    account={{ href: '/ar/sign-in', label: 'z', icon: 'log-in' }}
    footer={{
      organiser: 'o',
      theme: { action: '/theme', current: 'system' },
      columns: [{ title: 't', links: [] }],
    }}
    demonstration
  >
    <h1>h</h1>
  </PublicShell>
)
const workPage = (
  <WorkShell
    homeHref="/fr"
    organisation="Agence"
    role="Candidat"
    nav={[{ href: '/fr/n', label: 'Messages', current: true, count: 2 }]}
    otherLanguage={{ locale: 'ar', href: '/ar/n' }}
    notices={{ href: '/fr/notices' }}
    person={{ name: 'Salma Idrissi', accountHref: '/fr/me', signOutAction: '/sign-out' }}
  >
    <h1>h</h1>
    <SideRail
      label="Sections"
      sections={[
        { href: '/1', title: 'Identité', state: 'done' },
        { href: '/2', title: 'Besoin', state: 'error', errors: 2, current: true },
      ]}
    />
    <SplitPane dossier={<p>d</p>} rubric={<p>r</p>} total={<p>t</p>} />
  </WorkShell>
)

describe('the shells', () => {
  it.each(['fr', 'ar'] as const)('have no fault that axe can see, in %s', async (locale) => {
    expect(await faults(show(publicPage, locale).container)).toEqual([])
    expect(await faults(show(workPage, locale).container)).toEqual([])
    expect(await faults(show(<ErrorPage status={404} homeHref="/" code="E-1" />, locale).container)).toEqual(
      [],
    )
  })

  it('fold the sections of a dossier under the one that is open, for a phone', () => {
    const fold = show(workPage).container.querySelector('.rail-fold')
    expect(fold?.querySelector('summary')?.textContent).toContain('Besoin')
    expect(fold?.querySelectorAll('nav a').length).toBe(2)
  })

  it('print the code to quote when the house failed, and not for an address that leads nowhere', () => {
    expect(
      show(<ErrorPage status={500} code="E-1" />, 'ar').container.querySelector('bdi')?.textContent,
    ).toBe('E-1')
    expect(show(<ErrorPage status={404} code="E-2" />, 'ar').container.textContent).not.toContain('E-2')
  })

  it.each([
    [429, 'Réessayer', 'Rouvrir la page'],
    [503, 'Réessayer', 'Rouvrir la page'],
    [404, null, null],
    [403, null, null],
  ] as const)('offer what may go better at a second try, and nothing else: %i', (status, read, sent) => {
    const offered = (posted: boolean) => {
      show(<ErrorPage status={status} again={{ href: '/fr/x?tab=2', posted }} homeHref="/fr" />)
      return screen.getAllByRole('link').find((link) => link.getAttribute('href') === '/fr/x?tab=2')
    }
    expect(offered(false)?.textContent ?? null).toBe(read)
    expect(offered(true)?.textContent ?? null).toBe(sent)
  })

  it('say of a message that is too large or cannot be read what it is, not that its page is missing', () => {
    const said = (status: number) => show(<ErrorPage status={status} />, 'fr').container.textContent
    expect(said(413)).toContain('Votre envoi dépasse la taille permise')
    for (const status of [400, 415]) expect(said(status)).toContain('Votre envoi n’a pas pu être lu')
    for (const status of [400, 413, 415]) expect(said(status)).toContain('Rien n’a été enregistré')
    expect(said(404)).toContain('Cette page n’existe pas')
  })

  it('skip first to the content', () => {
    const { container } = show(publicPage)
    const first = container.querySelector('a')
    expect(container.querySelector(first?.getAttribute('href') ?? '')?.tagName).toBe('MAIN')
  })

  it('say of an error in Amazigh too that its words await a reader, and lead to the same address in French', () => {
    const again = { href: '/zgh/x?tab=2', posted: false }
    const mark = (locale: 'fr' | 'zgh') =>
      show(<ErrorPage status={404} again={again} homeHref="/zgh" />, locale).container.querySelector(
        '[data-unreviewed] a',
      )
    expect(mark('zgh')?.getAttribute('href')).toBe('/fr/x?tab=2')
    expect(mark('fr')).toBeNull()
  })

  it('name each language in itself, with its direction', () => {
    show(publicPage)
    const links = within(screen.getByRole('navigation', { name: 'Langues' })).getAllByRole('link')
    expect(
      links.map((link) => [link.textContent, link.lang, link.dir, link.getAttribute('aria-current')]),
    ).toEqual([
      ['العربية', 'ar', 'rtl', null],
      ['Français', 'fr', 'ltr', 'true'],
      ['ⵜⴰⵎⴰⵣⵉⵖⵜ', 'zgh', 'ltr', null],
      ['English', 'en', 'ltr', null],
    ])
  })

  it('say the counts in words, and mark the current page', () => {
    show(workPage)
    const [link] = within(
      screen.getByRole('navigation', { name: 'Navigation de l’espace de travail' }),
    ).getAllByRole('link')
    expect([link?.textContent, link?.getAttribute('aria-current')]).toEqual([
      'Messages2 (2 en attente)',
      'page',
    ])
  })

  it('say that the demonstration is one', () => {
    expect(show(publicPage, 'ar').container.textContent).toContain('نسخة تجريبية')
  })
})

describe('the separator of two panes', () => {
  const panes = <SplitPane dossier={<p>d</p>} rubric={<p>r</p>} />
  const separator = (locale: 'fr' | 'ar') => {
    const { container } = show(panes, locale)
    const row = container.querySelector<HTMLElement>('.split')
    return {
      bar: within(container).getByRole('separator'),
      width: () => row?.style.getPropertyValue('--pane-end'),
    }
  }
  beforeEach(() => localStorage.clear())

  it('moves as the screen shows it, in either direction of reading, between its bounds', () => {
    const french = separator('fr')
    fireEvent.keyDown(french.bar, { key: 'ArrowLeft' })
    expect([french.bar.getAttribute('aria-valuenow'), french.width()]).toEqual(['28', '28%'])
    fireEvent.keyDown(french.bar, { key: 'Home' })
    expect(french.width()).toBe('60%')
    fireEvent.keyDown(french.bar, { key: 'ArrowLeft' })
    expect(french.bar.getAttribute('aria-valuenow')).toBe('60')
    cleanup()
    localStorage.clear()
    const arabic = separator('ar')
    fireEvent.keyDown(arabic.bar, { key: 'ArrowRight' })
    expect(arabic.width()).toBe('28%')
  })

  it('is found again where it was left, and goes back to the usual width', () => {
    fireEvent.keyDown(separator('fr').bar, { key: 'Home' })
    cleanup()
    const again = separator('fr')
    expect(again.width()).toBe('60%')
    fireEvent.keyDown(again.bar, { key: 'Enter' })
    expect(again.width()).toBe('')
    cleanup()
    expect(separator('fr').width()).toBe('')
  })

  it('is no part of the page as it is sent', () => {
    const sent = renderToString(
      <TranslatorProvider translator={createTranslator('fr')}>{panes}</TranslatorProvider>,
    )
    expect(sent).not.toContain('separator')
    expect(sent).toContain('split__body')
  })
})
