import { type ReactNode, useEffect } from 'react'

/** For these React 18 takes over the page at once, in the middle of what it does (its `discreteReplayableEvents`). */
const HURRYING = [
  ...['mousedown', 'mouseup', 'touchstart', 'touchend', 'touchcancel', 'auxclick', 'dblclick', 'click'],
  ...['pointerdown', 'pointerup', 'pointercancel', 'dragstart', 'dragend', 'drop', 'contextmenu'],
  ...['compositionstart', 'compositionend', 'keydown', 'keypress', 'keyup', 'input', 'textInput', 'change'],
  ...['copy', 'cut', 'paste', 'reset', 'submit'],
]
let isUnderWay = false

const holdBack = (event: Event): void => event.stopImmediatePropagation()

/**
 * Lets the page be the browser's own until React has it whole: what is typed or clicked meanwhile does what it does
 * without script. Remix waits for its data in the middle of the first drawing; an event that React heard then would make
 * it give up the page (its error 345). Ends by itself with the first drawing of `TakenOver`.
 */
export function beginTakingOver(): void {
  isUnderWay = true
  for (const name of HURRYING) window.addEventListener(name, holdBack, true)
}

const endTakingOver = (): void => {
  isUnderWay = false
  for (const name of HURRYING) window.removeEventListener(name, holdBack, true)
}

export function TakenOver({ children }: { children: ReactNode }) {
  useEffect(endTakingOver, [])
  return children
}

/** What came with the page had the focus from the browser; whoever has moved on since is not called back. */
export const mayTakeFocus = (): boolean =>
  !isUnderWay || document.activeElement === null || document.activeElement === document.body
