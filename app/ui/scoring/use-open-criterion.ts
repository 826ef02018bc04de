import { type RefObject, useEffect } from 'react'

const OPEN = 'crit--open'
const scrollerOf = (one: HTMLElement): Element => {
  const pane = one.closest('.split__body')
  return pane && pane.scrollHeight > pane.clientHeight ? pane : document.documentElement
}

export const criteriaIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('[data-criterion]') ?? []),
]

/** The place of the criterion that is open among all; 0 when none is. */
export const openedOf = (all: readonly HTMLElement[]): number =>
  Math.max(
    0,
    all.findIndex((one) => one.classList.contains(OPEN)),
  )

/** Opens one criterion and folds the others, without moving the one that the juror looks at. */
export function openCriterion(root: HTMLElement | null, one: HTMLElement): void {
  if (one.classList.contains(OPEN)) return
  const before = one.getBoundingClientRect().top
  for (const other of criteriaIn(root)) other.classList.toggle(OPEN, other === one)
  scrollerOf(one).scrollBy(0, one.getBoundingClientRect().top - before)
}

/**
 * A criterion opens when a level is chosen in it, when its name is pressed, or when the keyboard comes into it. Pressing
 * a mouse button alone opens nothing: what lies under the pointer must not move before it is released.
 */
export function useOpenCriterion(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const ending = new AbortController()
    const open = (event: Event): void => {
      const target = event.target instanceof Element ? event.target : null
      const one = target?.closest<HTMLElement>('[data-criterion]')
      if (!target || !one || (event.type === 'focusin' && !target.matches(':focus-visible'))) return
      if (event.type === 'click' && target.closest('.crit__name')) event.preventDefault()
      openCriterion(element, one)
      // Its levels stand below one another now: the one that has the focus may have come under the bar that stays.
      if (event.type === 'focusin')
        (target.closest('label') ?? target).scrollIntoView({ block: 'nearest', behavior: 'instant' })
    }
    for (const kind of ['click', 'change', 'focusin']) element.addEventListener(kind, open, ending)
    return () => ending.abort()
  }, [root])
}
