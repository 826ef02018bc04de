/** What stood around the place that had the focus, innermost first: a row, an entry of a list, a section, the content. */
const AROUND = 'main :is(tr, li, section, aside), main'
const HEADING = 'h1, h2, h3'

export type Left = {
  readonly pathname: string
  readonly focus: Element | null
  readonly around: readonly Element[]
}

const aroundOf = (one: Element | null): Element[] => {
  const place = one?.closest(AROUND)
  return place ? [place, ...aroundOf(place.parentElement)] : []
}

/** Where the reader is when a link is followed or a form is sent. */
export function whereLeft(pathname: string): Left {
  const focus = document.activeElement === document.body ? null : document.activeElement
  return { pathname, focus, around: aroundOf(focus) }
}

const isSeen = (one: Element): boolean => {
  const { top, bottom } = one.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** The heading of a part; a row or an entry of a list is read whole. */
const headOf = (place: Element): Element | null =>
  place.matches('tr, li') ? place : place.querySelector(HEADING)

function putFocus(place: Element | null): void {
  if (!(place instanceof HTMLElement)) return
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus()
}

/**
 * Gives the focus a place on the page that came without the browser loading it: a new page begins with its title, or with
 * the part that its address names; after an act the reader goes on where it was done, in what is left of its row, of its
 * list or of its section. Never a button: whoever presses twice would do the next act unread. Whatever took the focus
 * itself, as the summary of errors does, keeps it.
 */
export function takeUp(
  left: Left,
  at: { readonly pathname: string; readonly hash: string },
  acted: boolean,
): void {
  const now = document.activeElement
  const isLost = now === null || now === document.body
  if (!isLost && now !== left.focus) return
  const title = document.querySelector('main h1') ?? document.querySelector('h1')
  if (at.pathname !== left.pathname) {
    putFocus((at.hash === '' ? null : document.getElementById(at.hash.slice(1))) ?? title)
    return
  }
  if (!isLost) {
    if (isSeen(now)) return
    if (acted) now.scrollIntoView({ block: 'nearest' })
    else putFocus(title)
    return
  }
  const heads = left.around.filter((place) => place.isConnected).map(headOf)
  putFocus(heads.find((head) => head !== null) ?? title)
}
