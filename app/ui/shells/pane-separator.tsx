import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { dirOf } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'

type Props = {
  /** What the width is remembered under on this device. */
  name: string
  /** What the separator bounds: the pane at its end. */
  label: string
  /** Percent of the whole that the pane at the end may take. */
  least: number
  most: number
  className?: string
}

const STEP = 2
const ROWS = '.split, .panes'

const recalled = (name: string): number | null => {
  try {
    const kept = Number(localStorage.getItem(`imtiyaz.pane.${name}`))
    return kept > 0 ? kept : null
  } catch {
    return null
  }
}
const remember = (name: string, percent: number | null): void => {
  try {
    if (percent === null) localStorage.removeItem(`imtiyaz.pane.${name}`)
    else localStorage.setItem(`imtiyaz.pane.${name}`, String(percent))
  } catch {
    // Storage is forbidden: the width lasts as long as the page.
  }
}

/**
 * A separator of two panes (ARIA 1.2, focusable separator): arrows follow the screen, Home and End go to the bounds,
 * Enter gives the usual width back. It exists only where a script can move it, so the page as sent carries nothing of it.
 */
export function PaneSeparator({ name, label, least, most, className }: Props) {
  const t = useT()
  const here = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  /** Null: the usual width. */
  const [chosen, setChosen] = useState<number | null>(null)
  const [shown, setShown] = useState(least)
  const isRtl = dirOf(t.locale) === 'rtl'
  const within = (percent: number): number => Math.max(least, Math.min(most, Math.round(percent)))
  useEffect(() => {
    setReady(true)
    setChosen(recalled(name))
  }, [name])
  useEffect(() => {
    const row = here.current?.closest<HTMLElement>(ROWS)
    if (!row || !here.current) return
    const percent = chosen === null ? null : Math.max(least, Math.min(most, chosen))
    if (percent === null) row.style.removeProperty('--pane-end')
    else row.style.setProperty('--pane-end', `${percent}%`)
    const whole = row.getBoundingClientRect()
    const edge = here.current.getBoundingClientRect()
    const middle = edge.left + edge.width / 2
    const taken = isRtl ? middle - whole.left : whole.right - middle
    setShown(percent ?? (whole.width > 0 ? Math.round((taken / whole.width) * 100) : least))
  }, [chosen, ready, isRtl, least, most])
  if (!ready) return null

  const choose = (percent: number | null): void => {
    setChosen(percent)
    remember(name, percent)
  }
  const pressed = (event: KeyboardEvent): void => {
    const towardEnd = event.key === (isRtl ? 'ArrowLeft' : 'ArrowRight')
    const towardStart = event.key === (isRtl ? 'ArrowRight' : 'ArrowLeft')
    if (towardEnd) choose(within(shown - STEP))
    else if (towardStart) choose(within(shown + STEP))
    else if (event.key === 'Home') choose(most)
    else if (event.key === 'End') choose(least)
    else if (event.key === 'Enter') choose(null)
    else return
    event.preventDefault()
  }
  const dragged = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const row = event.currentTarget.closest<HTMLElement>(ROWS)?.getBoundingClientRect()
    if (!row) return
    const taken = isRtl ? event.clientX - row.left : row.right - event.clientX
    choose(within((taken / row.width) * 100))
  }
  return (
    <div
      ref={here}
      className={classes('pane-sep', className)}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={shown}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={pressed}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={dragged}
      onDoubleClick={() => choose(null)}
    />
  )
}
