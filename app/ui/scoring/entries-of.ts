import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'

type Posted = {
  readonly scores?: Readonly<Record<string, number | undefined>> | undefined
  readonly cannot?: Readonly<Record<string, string>> | undefined
  readonly comments?: Readonly<Record<string, string>> | undefined
}

/** The posted fields as entries. "Cannot assess" takes the level away: without script nobody can unchoose a radio. */
export function entriesOf(posted: Posted): SheetEntry[] {
  const groups = [posted.scores, posted.cannot, posted.comments].map((group) => Object.keys(group ?? {}))
  return [...new Set(groups.flat())].sort().map((criterion) => {
    const cannotAssess = posted.cannot?.[criterion] !== undefined
    const level = cannotAssess ? null : (posted.scores?.[criterion] ?? null)
    return { criterion, level, cannotAssess, comment: posted.comments?.[criterion] ?? '' }
  })
}

/** The same from the flat texts that a refused form gives back. */
export function entriesTyped(rubric: Rubric, typed: Readonly<Record<string, string>>): SheetEntry[] {
  return rubric.criteria.map(({ code }) => {
    const level = typed[`scores.${code}`]
    return {
      criterion: code,
      level: level === undefined || !/^\d{1,3}$/.test(level) ? null : Number(level),
      cannotAssess: typed[`cannot.${code}`] !== undefined,
      comment: typed[`comments.${code}`] ?? '',
    }
  })
}
