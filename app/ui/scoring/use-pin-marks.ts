import { type RefObject, useEffect } from 'react'
import { readPins } from '#app/domain/nomination/pin.ts'
import { clearMarks, markPassages } from './pin-marks.ts'
import { pinPlacesOf, type Places } from './pin-places.ts'

/** Keeps in the dossier the marks of what is pinned to the open criterion, as it is written. */
export function usePinMarks(root: RefObject<HTMLElement | null>, places: Places): void {
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const read = pinPlacesOf(places)
    let drawn = ''
    const draw = (): void => {
      const text =
        element.querySelector<HTMLTextAreaElement>('.crit--open textarea[name^="pins."]')?.value ?? ''
      if (text === drawn) return
      drawn = text
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      markPassages(
        lines.map((line) => {
          const pin = readPins(line, read)
          return pin.ok ? (pin.value[0] ?? null) : null
        }),
      )
    }
    const later = requestAnimationFrame(draw)
    const opening = new MutationObserver(draw)
    opening.observe(element, { attributes: true, attributeFilter: ['class'], subtree: true })
    element.addEventListener('input', draw)
    return () => {
      cancelAnimationFrame(later)
      opening.disconnect()
      element.removeEventListener('input', draw)
      clearMarks()
    }
  }, [root, places])
}
