import { type RefObject, useEffect, useState } from 'react'
import { criteriaIn, openCriterion, openedOf } from './use-open-criterion.ts'

const KEY = 'imtiyaz.scoring-keys'
const stored = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

const digitOf = (code: string): string | null => /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null
const isFree = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLElement) || !target.closest('input, textarea, select, button, a, [contenteditable]')

/**
 * Digits choose a level, J and K change the criterion, ? shows the list. Single keys act only while no control has the
 * focus, can be switched off (WCAG 2.1.4), and go by the physical key, so that an Arabic keyboard works.
 */
export function useScoringKeys(root: RefObject<HTMLElement | null>): {
  readonly on: boolean
  readonly toggle: () => void
  readonly help: boolean
} {
  const [on, setOn] = useState(true)
  const [help, setHelp] = useState(false)
  useEffect(() => setOn(stored()), [])
  useEffect(() => {
    if (!on) return undefined
    const go = (by: number): void => {
      const all = criteriaIn(root.current)
      const one = all[Math.max(0, Math.min(all.length - 1, openedOf(all) + by))]
      if (!one) return
      openCriterion(root.current, one)
      one.scrollIntoView({ block: 'nearest' })
    }
    const choose = (digit: string): void => {
      const all = criteriaIn(root.current)
      const input = all[openedOf(all)]?.querySelector<HTMLInputElement>(`input[data-level="${digit}"]`)
      if (!input) return
      input.checked = true
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.dispatchEvent(new Event('change', { bubbles: true }))
    }
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isFree(event.target)) return
      const digit = digitOf(event.code)
      if (digit !== null && !event.shiftKey) choose(digit)
      else if (event.code === 'KeyJ') go(1)
      else if (event.code === 'KeyK') go(-1)
      else if (event.key === '?' || event.key === '؟') setHelp((shown) => !shown)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on, root])
  const toggle = (): void => {
    setOn((was) => {
      try {
        localStorage.setItem(KEY, was ? 'off' : 'on')
      } catch {
        // Storage is forbidden: the choice lasts as long as the page.
      }
      return !was
    })
  }
  return { on, toggle, help }
}
