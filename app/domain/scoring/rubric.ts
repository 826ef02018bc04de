import type { Criterion, MissingPolicy, Rubric } from '../campaign/regulation.ts'
import { compare, integer, isEqual, parseRational, subtract, sum } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Facts, Result } from '../kernel/result.ts'

/** A rubric whose every number is parsed: the only form in which sheets are scored. */
export type ScoringCriterion = {
  readonly code: string
  readonly weight: Rational
  readonly points: ReadonlyMap<number, Rational>
  readonly threshold: Rational | null
}
export type ScoringRubric = {
  readonly criteria: readonly ScoringCriterion[]
  readonly missingPolicy: MissingPolicy
  readonly commentRequiredAt: readonly number[]
}

export type RubricProblemCode =
  | 'no-criterion'
  | 'criterion-code-twice'
  | 'weight-malformed'
  | 'weight-not-positive'
  | 'weights-not-100'
  | 'too-few-levels'
  | 'points-malformed'
  | 'levels-not-increasing'
  | 'ranges-differ'
  | 'threshold-malformed'
  | 'threshold-off-range'
export type RubricProblem = {
  readonly code: RubricProblemCode
  readonly criterion: string | null
  readonly facts: Facts
}

const HUNDRED = integer(100)
const parsed = (text: string): Rational | null => {
  const result = parseRational(text)
  return result.ok ? result.value : null
}

function weightProblems(criteria: readonly Criterion[]): RubricProblem[] {
  const problems: RubricProblem[] = []
  const weights: Rational[] = []
  for (const { code, weight: text } of criteria) {
    const weight = parsed(text)
    if (weight === null) problems.push({ code: 'weight-malformed', criterion: code, facts: { weight: text } })
    else if (weight.p <= 0n)
      problems.push({ code: 'weight-not-positive', criterion: code, facts: { weight: text } })
    else weights.push(weight)
  }
  if (weights.length === criteria.length && !isEqual(sum(weights), HUNDRED)) {
    const excess = subtract(sum(weights), HUNDRED)
    problems.push({ code: 'weights-not-100', criterion: null, facts: { excess: `${excess.p}/${excess.q}` } })
  }
  return problems
}

function levelProblems({ code, levels }: Criterion): RubricProblem[] {
  if (levels.length < 2)
    return [{ code: 'too-few-levels', criterion: code, facts: { levels: levels.length } }]
  const points = levels.map((level) => parsed(level.points))
  if (points.includes(null)) return [{ code: 'points-malformed', criterion: code, facts: {} }]
  const increasing = levels.every((level, at) => {
    const [before, here, earlier] = [points[at - 1], points[at], levels[at - 1]]
    if (!before || !here || !earlier) return true
    return earlier.level < level.level && compare(before, here) < 0
  })
  return increasing ? [] : [{ code: 'levels-not-increasing', criterion: code, facts: {} }]
}

type Range = { readonly low: Rational; readonly high: Rational }
function rangeOf({ levels }: Criterion): Range | null {
  const [low, high] = [parsed(levels[0]?.points ?? ''), parsed(levels.at(-1)?.points ?? '')]
  return low && high ? { low, high } : null
}

/** Mixed ranges would silently multiply the weight of the wider criterion (scoring.md section 1.1). */
function rangeProblems(criteria: readonly Criterion[]): RubricProblem[] {
  const problems: RubricProblem[] = []
  const first = criteria[0] ? rangeOf(criteria[0]) : null
  for (const criterion of criteria) {
    const range = rangeOf(criterion)
    if (!range || !first) continue
    if (!isEqual(range.low, first.low) || !isEqual(range.high, first.high)) {
      problems.push({ code: 'ranges-differ', criterion: criterion.code, facts: {} })
    }
    if (criterion.threshold === null) continue
    const threshold = parsed(criterion.threshold)
    if (threshold === null)
      problems.push({ code: 'threshold-malformed', criterion: criterion.code, facts: {} })
    else if (compare(threshold, range.low) < 0 || compare(threshold, range.high) > 0) {
      problems.push({ code: 'threshold-off-range', criterion: criterion.code, facts: {} })
    }
  }
  return problems
}

/**
 * Every fault of a rubric (scoring.md sections 1.1 and 1.2): weights positive and 100 together, exactly; levels
 * strictly increasing; one range for all criteria; thresholds inside it. Empty when sheets may be scored with it.
 */
export function rubricProblems(rubric: Rubric): readonly RubricProblem[] {
  const { criteria } = rubric
  if (criteria.length === 0) return [{ code: 'no-criterion', criterion: null, facts: {} }]
  const codes = criteria.map((criterion) => criterion.code)
  const repeated = codes.filter((code, at) => codes.indexOf(code) !== at)
  return [
    ...repeated.map((code) => ({ code: 'criterion-code-twice', criterion: code, facts: {} }) as const),
    ...weightProblems(criteria),
    ...criteria.flatMap(levelProblems),
    ...rangeProblems(criteria),
  ]
}

/** The parsed rubric. Refused: `rubric-invalid`, with the codes of its faults. */
export function scoringRubric(rubric: Rubric): Result<ScoringRubric, 'rubric-invalid'> {
  const problems = rubricProblems(rubric)
  if (problems.length > 0)
    return refuse('rubric-invalid', { problems: problems.map((problem) => problem.code) })
  const criteria = rubric.criteria.map(({ code, weight, levels, threshold }) => ({
    code,
    weight: parsed(weight) ?? HUNDRED,
    points: new Map(levels.map((level) => [level.level, parsed(level.points) ?? HUNDRED] as const)),
    threshold: threshold === null ? null : parsed(threshold),
  }))
  return ok({ criteria, missingPolicy: rubric.missingPolicy, commentRequiredAt: rubric.commentRequiredAt })
}
