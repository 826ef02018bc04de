import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { levelOfPoints, type TypedEntry } from '#app/domain/scoring/mark.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'

type Posted = {
  readonly scores?: Readonly<Record<string, number | undefined>> | undefined
  readonly points?: Readonly<Record<string, string>> | undefined
  readonly cannot?: Readonly<Record<string, string>> | undefined
  readonly comments?: Readonly<Record<string, string>> | undefined
  readonly pins?: Readonly<Record<string, string>> | undefined
}

/** The posted fields as entries. "Cannot assess" takes the level away: without script nobody can unchoose a radio. */
export function entriesOf(posted: Posted): TypedEntry[] {
  const groups = [posted.scores, posted.points, posted.cannot, posted.comments, posted.pins].map((group) =>
    Object.keys(group ?? {}),
  )
  return [...new Set(groups.flat())].sort().map((criterion) => {
    const cannotAssess = posted.cannot?.[criterion] !== undefined
    const level = cannotAssess ? null : (posted.scores?.[criterion] ?? null)
    const points = posted.points?.[criterion]
    const pinned = posted.pins?.[criterion]
    return { criterion, level, points, cannotAssess, comment: posted.comments?.[criterion] ?? '', pinned }
  })
}

/** The same from the flat texts that a refused form gives back. */
export function entriesTyped(rubric: Rubric, typed: Readonly<Record<string, string>>): SheetEntry[] {
  return rubric.criteria.map(({ code, grid }) => {
    const level = typed[`scores.${code}`]
    const chosen = level === undefined || !/^\d{1,3}$/.test(level) ? null : Number(level)
    return {
      criterion: code,
      level: grid === undefined ? chosen : levelOfPoints({ grid }, typed[`points.${code}`] ?? ''),
      cannotAssess: typed[`cannot.${code}`] !== undefined,
      comment: typed[`comments.${code}`] ?? '',
    }
  })
}

/** What was written on the scales of steps, or as pins, as it was. */
export const groupTyped = (
  rubric: Rubric,
  typed: Readonly<Record<string, string>>,
  group: 'points' | 'pins',
): Readonly<Record<string, string>> =>
  Object.fromEntries(rubric.criteria.map(({ code }) => [code, typed[`${group}.${code}`] ?? '']))
