export type PdfMove = 'next' | 'previous' | 'first' | 'last' | 'larger' | 'smaller' | 'whole' | 'close'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
/** Where the page stands in its pane: scrolling comes before turning. */
export type Scrolled = { readonly atTop: boolean; readonly atEnd: boolean; readonly isWide: boolean }

const ALWAYS: Readonly<Record<string, PdfMove>> = {
  Home: 'first',
  End: 'last',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  Escape: 'close',
}

/** What a key means in the reader; null leaves it to the browser. Arrows follow the screen: in Arabic, left goes on. */
export function moveOf(pressed: Pressed, { atTop, atEnd, isWide }: Scrolled, isRtl: boolean): PdfMove | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const { key } = pressed
  // What is wider than its pane is moved sideways, and Shift selects.
  if (key.startsWith('Arrow') && (isWide || pressed.shiftKey)) return null
  if (key === 'ArrowRight') return isRtl ? 'previous' : 'next'
  if (key === 'ArrowLeft') return isRtl ? 'next' : 'previous'
  const goesDown = key === 'PageDown' || (key === ' ' && !pressed.shiftKey)
  if (goesDown) return atEnd ? 'next' : null
  if (key === 'PageUp' || key === ' ') return atTop ? 'previous' : null
  return ALWAYS[key] ?? null
}

const STEPS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]

/** The next size up or down. */
export const zoomed = (zoom: number, by: 1 | -1): number =>
  STEPS[Math.max(0, Math.min(STEPS.length - 1, STEPS.indexOf(zoom) + by))] ?? 1
