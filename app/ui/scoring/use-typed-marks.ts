import { type RefObject, useEffect, useState } from 'react'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { SHEET_FORM } from './draft-sheet.tsx'
import { entriesTyped } from './entries-of.ts'

type Typed = { readonly of: number; readonly marks: string; readonly entries: readonly SheetEntry[] }

/** What the total is made of, as one text: two that are equal draw the same. */
const marksOf = (entries: readonly SheetEntry[]): string =>
  entries.map(({ level, cannotAssess }) => `${level ?? ''}${cannotAssess ? '!' : ''}`).join(' ')

function entriesIn(root: HTMLElement, rubric: Rubric): readonly SheetEntry[] | null {
  const form = root.querySelector<HTMLFormElement>(`form#${SHEET_FORM}`)
  if (!form) return null
  const typed = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  return entriesTyped(rubric, Object.fromEntries(typed))
}

/** Comments, remarks and pins are the most that is typed, and no total hangs on them. */
const isMark = ({ target }: Event): boolean =>
  target instanceof HTMLInputElement && /^(?:scores|points|cannot)\./.test(target.name)

/**
 * The marks as they stand in the form of the sheet; null before script has read them, and once the page shows another
 * version. Whoever asks is drawn anew when a mark changes and at no other key.
 */
export function useTypedMarks(
  root: RefObject<HTMLElement | null>,
  rubric: Rubric,
  version: number,
): readonly SheetEntry[] | null {
  const [typed, setTyped] = useState<Typed | null>(null)
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const ending = new AbortController()
    const look = (): void => {
      const entries = entriesIn(element, rubric)
      if (entries === null) return
      const now = { of: version, marks: marksOf(entries), entries }
      setTyped((before) => (before?.of === version && before.marks === now.marks ? before : now))
    }
    const heard = (event: Event): void => {
      if (isMark(event)) look()
    }
    for (const kind of ['input', 'change']) element.addEventListener(kind, heard, ending)
    // A copy kept on this device comes back after the page has; a reset takes it away again.
    const later = requestAnimationFrame(look)
    element.addEventListener('reset', () => requestAnimationFrame(look), ending)
    return () => {
      cancelAnimationFrame(later)
      ending.abort()
    }
  }, [root, rubric, version])
  return typed?.of === version ? typed.entries : null
}
