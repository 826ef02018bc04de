import { gridLevels } from '../scoring/grid.ts'
import type { Grid } from '../scoring/grid.ts'
import { levelOfPoints } from '../scoring/mark.ts'
import { compare, parseRational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Rational } from '../kernel/rational.ts'
import type { Result } from '../kernel/result.ts'
import { cleanLocalizedAt } from './localized-edit.ts'
import { editCriteria } from './criteria-edit.ts'
import type { CriteriaEdit, CriteriaReason } from './criteria-edit.ts'
import type { Criterion, Level, MissingPolicy, Rubric } from './regulation.ts'
import { numberText, typedNumber } from './weights.ts'

/** How a criterion is marked: levels with a sentence each, or equal steps between two ends that have one. */
export type ScaleEdit =
  | {
      readonly kind: 'levels'
      readonly levels: readonly { readonly points: string; readonly anchor: Localized }[]
    }
  | { readonly kind: 'grid'; readonly grid: Grid; readonly lowest: Localized; readonly highest: Localized }

/** One edit of one category's rubric. Numbers are typed text, `12.5` or `100/3`. */
export type RubricEdit =
  | {
      readonly kind: 'rubric'
      readonly category: string
      readonly weights: Readonly<Record<string, string>>
      readonly rules: {
        readonly missingPolicy: MissingPolicy
        /** Criteria of different ranges are brought to 0..1 before they are weighed. */
        readonly normalised: boolean
        readonly totalThreshold: string | null
        readonly commentRequiredAt: readonly number[]
      }
    }
  | {
      readonly kind: 'criterion'
      readonly category: string
      readonly criterion: string
      readonly name: Localized
      readonly scale: ScaleEdit
      readonly threshold: string | null
      /** Levels, or points on a scale of steps; null leaves it to the rubric. */
      readonly commentAt: readonly string[] | null
    }
  | CriteriaEdit
export type RubricReason = CriteriaReason | 'unreadable-points' | 'grid-malformed'
type Edited<T> = Result<T, RubricReason>

const unread = (fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, 'errors.number']))

function editRules(rubric: Rubric, edit: Extract<RubricEdit, { kind: 'rubric' }>): Edited<Rubric> {
  const known = rubric.criteria.map(({ code }) => code)
  const unknown = Object.keys(edit.weights).find((code) => !known.includes(code))
  if (unknown !== undefined) return refuse('unknown-criterion', { code: unknown })
  const unreadable = Object.entries(edit.weights).filter(([, weight]) => typedNumber(weight) === null)
  if (unreadable.length > 0)
    return refuse('unreadable-weight', {}, unread(unreadable.map(([code]) => `weights.${code}`)))
  const { missingPolicy, normalised, totalThreshold, commentRequiredAt } = edit.rules
  if (totalThreshold !== null && typedNumber(totalThreshold) === null)
    return refuse('unreadable-points', {}, unread(['totalThreshold']))
  const { ranges: _ranges, totalThreshold: _total, ...kept } = rubric
  return ok({
    ...kept,
    criteria: rubric.criteria.map((criterion) => ({
      ...criterion,
      weight: Object.hasOwn(edit.weights, criterion.code)
        ? (edit.weights[criterion.code] ?? criterion.weight)
        : criterion.weight,
    })),
    missingPolicy,
    commentRequiredAt,
    ...(normalised ? { ranges: 'normalised' as const } : {}),
    ...(totalThreshold === null ? {} : { totalThreshold }),
  })
}

type Scale = { readonly levels: readonly Level[]; readonly grid?: Grid }

/** An empty sentence leaves the level between the two that have one. */
function anchorOf(typed: Localized, field: string): Edited<Localized | null> {
  const text = cleanLocalizedAt(typed, field)
  return text.ok ? ok(Object.keys(text.value).length === 0 ? null : text.value) : text
}

function levelsScale({ levels }: Extract<ScaleEdit, { kind: 'levels' }>, first: number): Edited<Scale> {
  const read: { readonly value: Rational; readonly points: string; readonly anchor: Localized | null }[] = []
  for (const [index, { points, anchor }] of levels.entries()) {
    const value = typedNumber(points)
    const text = anchorOf(anchor, `scale.levels.${index}.anchor`)
    if (!text.ok) return text
    if (value === null) return refuse('unreadable-points', {}, unread([`scale.levels.${index}.points`]))
    read.push({ value, points, anchor: text.value })
  }
  // In the order of their points, so that a level may be added between two others.
  const rising = read.sort((a, b) => compare(a.value, b.value))
  return ok({ levels: rising.map(({ points, anchor }, index) => ({ level: first + index, points, anchor })) })
}

function gridScale({ grid, lowest, highest }: Extract<ScaleEdit, { kind: 'grid' }>): Edited<Scale> {
  const unreadable = (['min', 'max', 'step'] as const).filter((name) => typedNumber(grid[name]) === null)
  if (unreadable.length > 0)
    return refuse('unreadable-points', {}, unread(unreadable.map((name) => `scale.grid.${name}`)))
  const steps = gridLevels(grid)
  if (!steps.ok) return refuse('grid-malformed', steps.facts, { 'scale.grid.step': 'errors.score.noScale' })
  const [low, high] = [anchorOf(lowest, 'scale.grid.lowest'), anchorOf(highest, 'scale.grid.highest')]
  if (!low.ok) return low
  if (!high.ok) return high
  const last = steps.value.length - 1
  const written = (points: string): string => {
    const read = parseRational(points)
    return read.ok ? numberText(read.value) : points
  }
  const levels = steps.value.map(({ level, points }) => ({
    level,
    points: written(points),
    anchor: level === 0 ? low.value : level === last ? high.value : null,
  }))
  return ok({ levels, grid })
}

/** The levels meant by what was typed; null when one of them is none of the scale. */
function commentsAt({ levels, grid }: Scale, typed: readonly string[]): readonly number[] | null {
  const meant = typed.map((text) =>
    grid === undefined
      ? (levels.find(({ level }) => String(level) === text)?.level ?? null)
      : levelOfPoints({ grid }, text),
  )
  return meant.includes(null) ? null : meant.flatMap((level) => level ?? [])
}

function editCriterion(
  criterion: Criterion,
  edit: Extract<RubricEdit, { kind: 'criterion' }>,
): Edited<Criterion> {
  const name = cleanLocalizedAt(edit.name, 'name')
  if (!name.ok) return name
  // Levels keep the number they start from; those that replace steps start from 1, as steps do from 0.
  const first = criterion.grid === undefined ? (criterion.levels[0]?.level ?? 1) : 1
  const scale = edit.scale.kind === 'grid' ? gridScale(edit.scale) : levelsScale(edit.scale, first)
  if (!scale.ok) return scale
  if (edit.threshold !== null && typedNumber(edit.threshold) === null)
    return refuse('unreadable-points', {}, unread(['threshold']))
  const asked = commentsAt(scale.value, edit.commentAt ?? [])
  if (asked === null) return refuse('unreadable-points', {}, { commentAt: 'errors.score.outOfScale' })
  const { code, weight } = criterion
  const own = edit.commentAt !== null || edit.scale.kind === 'grid'
  return ok({
    ...{ code, name: name.value, weight, threshold: edit.threshold },
    ...scale.value,
    ...(own ? { commentAt: [...asked].sort((a, b) => a - b) } : {}),
  })
}

/**
 * The rubric after one edit. What cannot be read at all is refused at its field; what is incomplete is kept, and the
 * check before opening names it.
 */
export function editRubric(rubric: Rubric, edit: RubricEdit): Edited<Rubric> {
  if (edit.kind === 'rubric') return editRules(rubric, edit)
  if (edit.kind !== 'criterion') return editCriteria(rubric, edit)
  const found = rubric.criteria.find(({ code }) => code === edit.criterion)
  if (found === undefined) return refuse('unknown-criterion', { code: edit.criterion })
  const criterion = editCriterion(found, edit)
  if (!criterion.ok) return criterion
  return ok({
    ...rubric,
    criteria: rubric.criteria.map((one) => (one === found ? criterion.value : one)),
  })
}
