import { weightAdvice } from '../campaign/weight-advice.ts'
import type { Criterion, Rubric } from '../campaign/regulation.ts'
import { more } from '../kernel/count.ts'
import { compare, isEqual, parseRational } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import type { Facts } from '../kernel/result.ts'
import { gridLevels } from './grid.ts'
import { rangeOf } from './score-range.ts'

export type RubricProblemCode =
  | 'no-criterion'
  | 'criterion-code-twice'
  | 'criterion-code-reserved'
  | 'weight-malformed'
  | 'weight-not-positive'
  | 'weights-not-100'
  | 'too-few-levels'
  | 'points-malformed'
  | 'levels-not-increasing'
  | 'grid-malformed'
  | 'levels-off-grid'
  | 'ranges-differ'
  | 'threshold-malformed'
  | 'threshold-off-range'
export type RubricProblem = {
  readonly code: RubricProblemCode
  /** The criterion to change; null when the fault is of the whole rubric. */
  readonly criterion: string | null
  readonly facts: Facts
}

/** The name of the threshold on all criteria together; no criterion may bear it. */
export const TOTAL = 'total'

const parsed = (text: string): Rational | null => {
  const result = parseRational(text)
  return result.ok ? result.value : null
}
const at = (code: RubricProblemCode, criterion: string | null, facts: Facts = {}): RubricProblem => ({
  code,
  criterion,
  facts,
})

/** Weights are positive and whole together, exactly; else the one to change is named. */
function weightProblems(criteria: readonly Criterion[]): readonly RubricProblem[] {
  const faulty = criteria.flatMap(({ code, weight: text }) => {
    const weight = parsed(text)
    if (weight === null) return [at('weight-malformed', code, { weight: text })]
    return weight.p > 0n ? [] : [at('weight-not-positive', code, { weight: text })]
  })
  const advice = faulty.length === 0 ? weightAdvice(criteria) : null
  if (advice === null) return faulty
  const { sum, difference, side, change } = advice
  return [at('weights-not-100', change?.code ?? null, { sum, difference, side, to: change?.to ?? '' })]
}

function gridProblems({ code, grid, levels }: Criterion): readonly RubricProblem[] {
  if (grid === undefined) return []
  const expected = gridLevels(grid)
  if (!expected.ok) return [at('grid-malformed', code, expected.facts)]
  const isSame = expected.value.every(({ level, points }, place) => {
    const [declared, given] = [parsed(points), parsed(levels[place]?.points ?? '')]
    return declared && given && isEqual(declared, given) && levels[place]?.level === level
  })
  return isSame && expected.value.length === levels.length ? [] : [at('levels-off-grid', code)]
}

function levelProblems(criterion: Criterion): readonly RubricProblem[] {
  const { code, levels } = criterion
  if (levels.length < 2) return [at('too-few-levels', code, { levels: levels.length })]
  const points = levels.map((level) => parsed(level.points))
  if (points.includes(null)) return [at('points-malformed', code)]
  const isRising = levels.slice(1).every((upper, place) => {
    const [lower, low, high] = [levels[place], points[place], points[more(place, 1)]]
    return !lower || !low || !high || (lower.level < upper.level && compare(low, high) < 0)
  })
  return isRising ? gridProblems(criterion) : [at('levels-not-increasing', code)]
}

/** Mixed ranges would silently multiply the weight of the wider criterion (section 1.1 of the scoring rules). */
function rangeProblems({ criteria, ranges }: Rubric): readonly RubricProblem[] {
  const [first] = criteria.flatMap((criterion) => rangeOf(criterion) ?? [])
  if (first === undefined || ranges === 'normalised') return []
  return criteria.flatMap((criterion) => {
    const range = rangeOf(criterion)
    const isSame = !range || (isEqual(range.low, first.low) && isEqual(range.high, first.high))
    return isSame ? [] : [at('ranges-differ', criterion.code)]
  })
}

function thresholdProblems({ criteria, totalThreshold }: Rubric): readonly RubricProblem[] {
  const single = criteria.flatMap((criterion) => {
    const range = rangeOf(criterion)
    if (criterion.threshold === null || !range) return []
    const threshold = parsed(criterion.threshold)
    if (threshold === null) return [at('threshold-malformed', criterion.code)]
    const isInside = compare(threshold, range.low) >= 0 && compare(threshold, range.high) <= 0
    return isInside ? [] : [at('threshold-off-range', criterion.code)]
  })
  const isReadable = totalThreshold === undefined || parsed(totalThreshold) !== null
  return isReadable ? single : [...single, at('threshold-malformed', TOTAL)]
}

function codeProblems(codes: readonly string[]): readonly RubricProblem[] {
  const repeated = codes.filter((code, place) => codes.indexOf(code) !== place)
  return [
    ...repeated.map((code) => at('criterion-code-twice', code)),
    ...(codes.includes(TOTAL) ? [at('criterion-code-reserved', TOTAL)] : []),
  ]
}

/**
 * Every fault of a rubric (sections 1.1 and 1.2 of the scoring rules): weights positive and whole together, exactly;
 * levels strictly increasing and, where a grid is declared, those of the grid; one range for all criteria unless they are
 * normalised; thresholds inside it. Empty when sheets may be scored with it.
 */
export function rubricProblems(rubric: Rubric): readonly RubricProblem[] {
  const { criteria } = rubric
  if (criteria.length === 0) return [at('no-criterion', null)]
  return [
    ...codeProblems(criteria.map((criterion) => criterion.code)),
    ...weightProblems(criteria),
    ...criteria.flatMap(levelProblems),
    ...rangeProblems(rubric),
    ...thresholdProblems(rubric),
  ]
}
