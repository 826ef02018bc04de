import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { createTranslator } from '#app/i18n/translator.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { softLink } from '#app/ui/shells/soft-navigation.tsx'

afterEach(cleanup)

const page = () =>
  render(
    <TranslatorProvider translator={createTranslator('fr')}>
      <Link href="/fr/jury">
        <b>dossiers</b>
      </Link>
      <Link href="/open-data/laureates.csv" download>
        fichier
      </Link>
      <Link href="https://example.ma/" external>
        ailleurs
      </Link>
      <Link href="#rubric">grille</Link>
    </TranslatorProvider>,
  )

/** What a click on that word would have the router do. */
function clicked(word: string, how: MouseEventInit = {}): string | null {
  let href: string | null = null
  const listen = (event: MouseEvent): void => {
    href = softLink(event)?.getAttribute('href') ?? null
    event.preventDefault()
  }
  window.addEventListener('click', listen)
  screen
    .getByText(word)
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...how }))
  window.removeEventListener('click', listen)
  return href
}

describe('a click that the router takes over', () => {
  it('is a plain one on a link to a page of ours, or on a word inside it', () => {
    page()
    expect(clicked('dossiers')).toBe('/fr/jury')
  })

  it('is not one that opens a tab or saves the page', () => {
    page()
    const others = [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }]
    expect(others.map((how) => clicked('dossiers', how))).toEqual(others.map(() => null))
  })

  it.each(['fichier', 'ailleurs', 'grille'])('is not one on %s', (word) => {
    page()
    expect(clicked(word)).toBeNull()
  })

  it('is not one that something on the page has answered', () => {
    page()
    const stop = (event: Event): void => event.preventDefault()
    document.body.addEventListener('click', stop)
    expect(clicked('dossiers')).toBeNull()
    document.body.removeEventListener('click', stop)
  })
})
