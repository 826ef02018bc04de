import type { Criterion, Rubric } from '../campaign/regulation.ts'
import { numberText } from '../campaign/weights.ts'
import { parseRational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { levelOnGrid } from './grid.ts'
import type { SheetEntry } from './sheet.ts'

/** An entry as typed: on a scale of steps the juror writes points, elsewhere chooses a level; pins are written one a line. */
export type TypedEntry = SheetEntry & {
  readonly points?: string | undefined
  readonly pinned?: string | undefined
}

/** People write the decimals of a number after a comma. */
const asPoint = (typed: string): string => typed.trim().replace(',', '.')

/** The level that typed points stand for; null where there are none on the scale, or nothing was typed. */
export function levelOfPoints({ grid }: Pick<Criterion, 'grid'>, typed: string): number | null {
  const level = grid === undefined || typed.trim() === '' ? null : levelOnGrid(grid, asPoint(typed))
  return level?.ok ? level.value : null
}

/**
 * The entries with each criterion's points turned into the level they stand for, exactly (section 1.1 of the scoring
 * rules). Refused: points between two steps or outside the scale, at their field (`off-grid`): nothing is rounded.
 */
export function placedOnScale(
  { criteria }: Pick<Rubric, 'criteria'>,
  typed: readonly TypedEntry[],
): Result<readonly SheetEntry[], 'off-grid'> {
  const off: Record<string, string> = {}
  const entries = typed.map(({ points = '', ...entry }): SheetEntry => {
    const criterion = criteria.find(({ code }) => code === entry.criterion)
    if (criterion?.grid === undefined || points.trim() === '' || entry.cannotAssess) return entry
    const level = levelOfPoints(criterion, points)
    if (level === null) off[`points.${entry.criterion}`] = 'errors.score.offGrid'
    return { ...entry, level }
  })
  return Object.keys(off).length === 0
    ? ok(entries)
    : refuse('off-grid', { count: Object.keys(off).length }, off)
}

/** What the juror gave, as the juror gave it: points on a scale of steps, the number of the level elsewhere. */
export function markOf({ grid, levels }: Pick<Criterion, 'grid' | 'levels'>, level: number): string {
  const step = grid === undefined ? undefined : levels.find((one) => one.level === level)
  const points = parseRational(step?.points ?? '')
  return points.ok ? numberText(points.value) : String(level)
}

/** The levels of one criterion at which a comment is required (product rules, section 8). */
export const commentLevels = (
  rubric: Pick<Rubric, 'commentRequiredAt'>,
  criterion: Pick<Criterion, 'commentAt'> | undefined,
): readonly number[] => criterion?.commentAt ?? rubric.commentRequiredAt
