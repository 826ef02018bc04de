import { afterEach, describe, expect, it, vi } from 'vitest'
import { takeUp, whereLeft } from '#app/ui/shells/taken-up.ts'

const ROOM = '/fr/deliberation/sessions/1'
const PAGE = `<header><a id="bar" href="/fr">Accueil</a></header>
  <main id="content" tabindex="-1"><h1>Salle</h1>
    <section><h2>Ordre du jour</h2>
      <ul><li id="first"><button id="open">Ouvrir</button></li><li id="second"><button id="vote">Voter</button></li></ul>
    </section>
    <section id="minutes"><h2>Procès-verbal</h2><a id="sign" href="/fr/sign">Signer</a></section>
  </main>`

const draw = (): void => {
  document.body.innerHTML = PAGE
}
const one = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const focused = (): string => document.activeElement?.textContent ?? ''
const here = { pathname: ROOM, hash: '' }

afterEach(() => {
  document.body.innerHTML = ''
})

describe('where the focus goes after a step that the browser did not load', () => {
  it('is the title of another page, whether what was pressed is still there or not', () => {
    draw()
    for (const id of ['bar', 'sign']) {
      one(id).focus()
      takeUp(whereLeft('/fr/organiser'), here, false)
      expect(focused()).toBe('Salle')
    }
  })

  it('is the part that the address names', () => {
    draw()
    one('bar').focus()
    takeUp(whereLeft('/fr/organiser'), { pathname: ROOM, hash: '#minutes' }, false)
    expect(document.activeElement).toBe(one('minutes'))
  })

  it('is what is left of the row, then of the section, then the page, when an act took its button away', () => {
    draw()
    const press = (id: string) => {
      one(id).focus()
      return whereLeft(ROOM)
    }
    const inRow = press('open')
    one('open').remove()
    takeUp(inRow, here, true)
    expect(document.activeElement).toBe(one('first'))

    const inSection = press('vote')
    one('second').remove()
    takeUp(inSection, here, true)
    expect(focused()).toBe('Ordre du jour')

    const onPage = press('sign')
    one('minutes').remove()
    takeUp(onPage, here, true)
    expect(focused()).toBe('Salle')
  })

  it('is never a button: pressing twice does no second act', () => {
    draw()
    one('open').focus()
    const left = whereLeft(ROOM)
    one('open').outerHTML = '<button id="close">Clore</button>'
    takeUp(left, here, true)
    expect(document.activeElement).toBe(one('first'))
  })

  it('stays where an act left its button, and where the summary of errors took it', () => {
    draw()
    const scrolled = vi.fn()
    one('sign').scrollIntoView = scrolled
    one('sign').focus()
    const left = whereLeft(ROOM)
    takeUp(left, here, true)
    expect(document.activeElement).toBe(one('sign'))
    expect(scrolled).toHaveBeenCalledOnce()
    one('vote').focus()
    takeUp(left, { pathname: '/fr/elsewhere', hash: '' }, true)
    expect(document.activeElement).toBe(one('vote'))
  })
})
