import { type RefObject, useEffect, useState } from 'react'
import { type Shortcut, shortcutOf, type Shortcuts } from '#app/domain/scoring/shortcuts.ts'
import { criteriaIn, openCriterion, openedOf } from './use-open-criterion.ts'

const isFree = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLElement) || !target.closest('input, textarea, select, button, a, [contenteditable]')

function go(root: HTMLElement | null, by: number): void {
  const all = criteriaIn(root)
  const one = all[Math.max(0, Math.min(all.length - 1, openedOf(all) + by))]
  if (!root || !one) return
  openCriterion(root, one)
  one.scrollIntoView({ block: 'nearest' })
}

function choose(root: HTMLElement | null, digit: string): void {
  const all = criteriaIn(root)
  const open = all[openedOf(all)]
  const level = open?.querySelector<HTMLInputElement>(`input[data-level="${digit}"]`)
  // On a scale of steps the digit is the first of a number: the field goes on from there.
  const points = open?.querySelector<HTMLInputElement>('input[data-points]')
  const input = level ?? points
  if (!input) return
  if (level) level.checked = true
  else if (points) {
    points.value = digit
    points.focus()
  }
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const follow = (rel: 'prev' | 'next'): void =>
  document.querySelector<HTMLElement>(`.wh a[rel="${rel}"]`)?.click()

/**
 * Single keys act only while no control has the focus, and as the account says: switched off, or on other keys
 * (WCAG 2.1.4). They go by the physical key, so that an Arabic keyboard works.
 */
export function useScoringKeys(
  root: RefObject<HTMLElement | null>,
  shortcuts: Shortcuts,
): { readonly help: boolean } {
  const [help, setHelp] = useState(false)
  useEffect(() => {
    if (!shortcuts.on) return undefined
    const acts: Readonly<Record<Shortcut, () => void>> = {
      nextCriterion: () => go(root.current, 1),
      previousCriterion: () => go(root.current, -1),
      pin: () => root.current?.querySelector<HTMLElement>('.crit--open [data-pin]')?.click(),
      privateNote: () => root.current?.querySelector<HTMLElement>('[name="privateNotes"]')?.focus(),
      previousFile: () => follow('prev'),
      nextFile: () => follow('next'),
      list: () => setHelp((shown) => !shown),
    }
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isFree(event.target)) return
      const asked = shortcutOf(shortcuts, { key: event.key, code: event.code, shift: event.shiftKey })
      if (asked === null) return
      if ('level' in asked) choose(root.current, asked.level)
      else acts[asked.shortcut]()
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [shortcuts, root])
  return { help }
}
