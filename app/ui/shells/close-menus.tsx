import { useEffect } from 'react'

const OPEN = 'details.menu[open]'
const openMenus = (): readonly HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>(OPEN),
]

/** Closes an open menu of the bar and gives the keyboard back to what opened it. */
function onKey(event: KeyboardEvent): void {
  // A dialog over the page has the key for itself.
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
  for (const menu of openMenus()) {
    const focused = document.activeElement
    menu.open = false
    if (focused === document.body || menu.contains(focused)) menu.querySelector('summary')?.focus()
  }
}

/** A click beside an open menu closes it, and so does the choice of one of its links, which leads elsewhere by script. */
function onClick({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return
  for (const menu of openMenus()) if (!menu.contains(target) || target.closest('a')) menu.open = false
}

/** What `<details>` does not do by itself; without script a menu closes where it was opened. */
export function CloseMenus() {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick)
    }
  }, [])
  return null
}
