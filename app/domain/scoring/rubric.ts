import type { Criterion, MissingPolicy, Rubric } from '../campaign/regulation.ts'
import { divide, integer, parseRational, subtract } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { rubricProblems } from './rubric-problems.ts'

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
  /** What the means of all criteria must reach together, unweighted; null when the rules ask for none. */
  readonly totalThreshold: Rational | null
}

const known = (text: string): Rational => {
  const result = parseRational(text)
  return result.ok ? result.value : integer(0n)
}

/** Points as they count: as written, or brought to 0..1 where criteria have different ranges. */
function scaleOf({ levels }: Criterion, isNormalised: boolean): (text: string) => Rational {
  if (!isNormalised) return known
  const low = known(levels[0]?.points ?? '')
  const width = subtract(known(levels.at(-1)?.points ?? ''), low)
  return (text) => {
    const share = divide(subtract(known(text), low), width)
    return share.ok ? share.value : integer(0n)
  }
}

function scoringCriterion(criterion: Criterion, isNormalised: boolean): ScoringCriterion {
  const { code, weight, levels, threshold } = criterion
  const scaled = scaleOf(criterion, isNormalised)
  return {
    code,
    weight: known(weight),
    points: new Map(levels.map(({ level, points }) => [level, scaled(points)] as const)),
    threshold: threshold === null ? null : scaled(threshold),
  }
}

/**
 * The parsed rubric, every criterion on one range (section 1.1 of the scoring rules): where ranges differ and the rubric
 * says `normalised`, points and thresholds become (x - lowest) / (highest - lowest), exactly.
 * Refused: `rubric-invalid`, with the codes of its faults.
 */
export function scoringRubric(rubric: Rubric): Result<ScoringRubric, 'rubric-invalid'> {
  const problems = rubricProblems(rubric)
  if (problems.length > 0)
    return refuse('rubric-invalid', { problems: problems.map((problem) => problem.code) })
  const { missingPolicy, commentRequiredAt, totalThreshold } = rubric
  return ok({
    criteria: rubric.criteria.map((criterion) => scoringCriterion(criterion, rubric.ranges === 'normalised')),
    missingPolicy,
    commentRequiredAt,
    totalThreshold: totalThreshold ? known(totalThreshold) : null,
  })
}
