import type { ReactNode, RefObject } from 'react'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { TotalLine } from './total-line.tsx'
import { useTypedMarks } from './use-typed-marks.ts'

type Props = {
  root: RefObject<HTMLElement | null>
  rubric: Rubric
  /** Of the sheet as the page shows it: marks typed over an older one count no more. */
  version: number
  stored: readonly SheetEntry[]
  action: ReactNode
}

/** The total while the sheet is filled in; it follows the marks alone, so that a comment is typed without drawing anything. */
export function LiveTotal({ root, rubric, version, stored, action }: Props) {
  const entries = useTypedMarks(root, rubric, version) ?? stored
  return <TotalLine rubric={rubric} entries={entries} action={action} />
}
