import type { Rubric } from '../campaign/regulation.ts'
import { isBlank } from '../kernel/clean-text.ts'
import { commentLevels } from './mark.ts'
import { entryFor } from './sheet.ts'
import type { SheetEntry } from './sheet.ts'

/** What still prevents a draft from being sealed, and what may never be stored. Lists of criterion codes. */
export type SheetProblems = {
  readonly offScale: readonly string[]
  readonly unknown: readonly string[]
  readonly missing: readonly string[]
  readonly commentless: readonly string[]
}

/**
 * A comment is required at the levels named by the rubric and for every "cannot assess" (product.md section 8).
 * A criterion is missing when it has neither a level nor "cannot assess"; both at once is off the scale.
 */
export function sheetProblems(rubric: Rubric, entries: readonly SheetEntry[]): SheetProblems {
  const codes = rubric.criteria.map((criterion) => criterion.code)
  const offScale = entries.filter(({ criterion, level, cannotAssess }) => {
    if (level === null) return false
    const rule = rubric.criteria.find((candidate) => candidate.code === criterion)
    return cannotAssess || (rule !== undefined && !rule.levels.some((step) => step.level === level))
  })
  const seen = entries.map((entry) => entry.criterion)
  const unknown = seen.filter((code, at) => !codes.includes(code) || seen.indexOf(code) !== at)
  const missing = codes.filter((code) => {
    const entry = entryFor({ entries }, code)
    return entry === undefined || (entry.level === null && !entry.cannotAssess)
  })
  const commentless = codes.filter((code) => {
    const entry = entryFor({ entries }, code)
    if (entry === undefined || !isBlank(entry.comment)) return false
    const asked = commentLevels(
      rubric,
      rubric.criteria.find((candidate) => candidate.code === code),
    )
    return entry.cannotAssess || (entry.level !== null && asked.includes(entry.level))
  })
  return { offScale: offScale.map((entry) => entry.criterion), unknown, missing, commentless }
}
