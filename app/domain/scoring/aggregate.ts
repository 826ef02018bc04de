import { countOf, fewer, larger } from '../kernel/count.ts'
import { ceil, compare, integer, multiply, sum } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { isEligible } from './cell.ts'
import type { Cell } from './cell.ts'
import { categoryRuleFor, combine, median } from './combine.ts'
import type { CombiningRule } from './combine.ts'
import { TOTAL } from './rubric-problems.ts'
import type { ScoringRubric } from './rubric.ts'
import { countedSheet, criterionMean, pointsOf } from './sheet-score.ts'
import type { CountedSheet } from './sheet-score.ts'
import { carryOver } from './two-rounds.ts'
import type { Carried } from './two-rounds.ts'

/** The rule of one category, every number exact (from `Regulation` by `aggregationRule`). */
export type AggregationRule = {
  readonly rubric: ScoringRubric
  readonly combine: CombiningRule
  readonly trimMinimumSheets: number
  readonly minimumSheets: number
  readonly minimumShare: Rational
}
export type NominationCells = {
  readonly nominationId: string
  readonly cells: readonly Cell[]
  /** In the second of two rounds, where the rules carry the first one over. */
  readonly carried?: Carried
}

export type CriterionMean = { readonly code: string; readonly mean: Rational | null }
export type NominationScore = {
  readonly nominationId: string
  /** `below_threshold` keeps its score and is not ranked; `below_quorum` has no official score. */
  readonly state: 'scored' | 'below_quorum' | 'below_threshold'
  readonly score: Rational | null
  /** What its sheets give alone: the score itself, unless the first of two rounds is carried over. */
  readonly ofSheets: Rational | null
  readonly carried: Carried | null
  /** n_i, e_i and q_i of scoring.md sections 1.3 and 1.5, in sheets and jurors. */
  readonly sheets: number
  readonly eligible: number
  readonly quorum: number
  readonly counted: readonly CountedSheet[]
  readonly criterionMeans: readonly CriterionMean[]
  readonly median: Rational | null
  readonly failedThresholds: readonly string[]
  readonly renormalisedSheets: number
  readonly excludedSheets: number
}
export type CategoryScores = { readonly rule: CombiningRule; readonly scores: readonly NominationScore[] }

/** q_i = max(q_abs, ceil(share * eligible)), the ceiling taken exactly (scoring.md section 1.5). */
export function sheetQuorum(minimumSheets: number, minimumShare: Rational, eligible: number): number {
  return larger(minimumSheets, countOf(ceil(multiply(minimumShare, integer(eligible)))))
}

const isUnder = (reached: Rational | null, threshold: Rational | null): boolean =>
  threshold !== null && (reached === null || compare(reached, threshold) < 0)

/** The means of all criteria together, unweighted; null while one is missing. */
function totalOf(rubric: ScoringRubric, means: readonly CriterionMean[]): Rational | null {
  const known = rubric.criteria.flatMap(({ code }) => means.find((found) => found.code === code)?.mean ?? [])
  return known.length === rubric.criteria.length ? sum(known) : null
}

/**
 * The criteria whose mean is under its threshold, then `total` when all together are under theirs (section 1.7 of the
 * scoring rules). Equality passes; a criterion that nobody assessed does not.
 */
export function failedThresholds(rubric: ScoringRubric, means: readonly CriterionMean[]): readonly string[] {
  const single = rubric.criteria.filter(({ code, threshold }) =>
    isUnder(means.find((found) => found.code === code)?.mean ?? null, threshold),
  )
  const total = isUnder(totalOf(rubric, means), rubric.totalThreshold) ? [TOTAL] : []
  return [...single.map(({ code }) => code), ...total]
}

/** The sheets of one nomination as they count, before anything is reckoned from them. */
export type CountedNomination = Pick<
  NominationScore,
  'nominationId' | 'carried' | 'eligible' | 'counted' | 'excludedSheets'
>

function countSheets(
  rule: AggregationRule,
  { nominationId, cells, carried }: NominationCells,
): CountedNomination {
  const submitted = cells.filter((cell) => cell.state === 'submitted')
  const counted = submitted.flatMap(({ seatId, levels, rubric = rule.rubric }) => {
    return countedSheet(rubric, seatId, pointsOf(rubric, levels)) ?? []
  })
  return {
    nominationId,
    carried: carried ?? null,
    eligible: cells.filter(isEligible).length,
    counted,
    excludedSheets: fewer(submitted.length, counted.length),
  }
}

type Gathered = Omit<NominationScore, 'state' | 'score' | 'ofSheets'>
function gather(rule: AggregationRule, of: CountedNomination): Gathered {
  const { counted, eligible } = of
  const criterionMeans = rule.rubric.criteria.map(({ code }) => ({
    code,
    mean: criterionMean(counted, code),
  }))
  return {
    nominationId: of.nominationId,
    carried: of.carried,
    sheets: counted.length,
    eligible,
    quorum: sheetQuorum(rule.minimumSheets, rule.minimumShare, eligible),
    counted,
    criterionMeans,
    median: median(counted.map((sheet) => sheet.score)),
    failedThresholds: failedThresholds(rule.rubric, criterionMeans),
    renormalisedSheets: counted.filter((sheet) => sheet.renormalised).length,
    excludedSheets: of.excludedSheets,
  }
}

/**
 * The official scores of one category, from scratch (scoring.md sections 1.2 to 1.7). A nomination under its quorum
 * of sheets has no score and no place; it is not last. A sheet is worth what its own rubric says; thresholds and the
 * cascade are those of the rule. What is carried over from a first round enters the score and nothing else: quorum,
 * thresholds and the later steps of the cascade look at the sheets of the round.
 */
export const aggregateCategory = (
  rule: AggregationRule,
  nominations: readonly NominationCells[],
): CategoryScores =>
  aggregateCounted(
    rule,
    nominations.map((nomination) => countSheets(rule, nomination)),
  )

/** As `aggregateCategory`, from sheets that it has counted: for whoever looks at the same sheets less some of them. */
export function aggregateCounted(
  rule: AggregationRule,
  nominations: readonly CountedNomination[],
): CategoryScores {
  const gathered = nominations.map((nomination) => gather(rule, nomination))
  const isQuorate = (one: Gathered): boolean => one.sheets > 0 && one.sheets >= one.quorum
  const used = categoryRuleFor(
    rule.combine,
    rule.trimMinimumSheets,
    gathered.filter(isQuorate).map((one) => one.sheets),
  )
  const scores = gathered.map((one): NominationScore => {
    if (!isQuorate(one)) return { ...one, state: 'below_quorum', score: null, ofSheets: null }
    const ofSheets = combine(
      used,
      one.counted.map((sheet) => sheet.score),
    )
    const score = one.carried && ofSheets ? carryOver(one.carried, ofSheets) : ofSheets
    return { ...one, score, ofSheets, state: one.failedThresholds.length > 0 ? 'below_threshold' : 'scored' }
  })
  return { rule: used, scores }
}
