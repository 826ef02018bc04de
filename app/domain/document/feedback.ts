import type { Criterion, Level, Rubric } from '../campaign/regulation.ts'
import { compareCounts, fewer, half } from '../kernel/count.ts'
import { compare, divide, integer, type Rational, subtract } from '../kernel/rational.ts'
import type { FeedbackPoint } from './result-records.ts'

export type JudgedSheet = {
  readonly levels: Readonly<Record<string, number | null>>
  /** What the juror wrote for the applicant; empty when nothing. */
  readonly remark: string
}
export type Feedback = {
  readonly strengths: readonly FeedbackPoint[]
  readonly improvements: readonly FeedbackPoint[]
  readonly remarks: readonly string[]
}
/** No letter lists more of one sort. */
const MOST = 3

type Judged = {
  readonly criterion: Criterion
  readonly median: number
  /** How far up the scale the median stands, 0 to 1. */
  readonly reach: Rational
}

/** The lower of the two middle levels when there are two: never more praise than half of the jury gave. */
function medianOf(levels: readonly number[]): number | null {
  const sorted = [...levels].sort(compareCounts)
  return sorted[half(fewer(sorted.length, 1))] ?? null
}

function judged(criterion: Criterion, sheets: readonly JudgedSheet[]): Judged | null {
  const median = medianOf(sheets.flatMap(({ levels }) => levels[criterion.code] ?? []))
  const [low, high] = [criterion.levels[0]?.level, criterion.levels.at(-1)?.level]
  if (median === null || low === undefined || high === undefined) return null
  const reach = divide(subtract(integer(median), integer(low)), subtract(integer(high), integer(low)))
  return reach.ok ? { criterion, median, reach: reach.value } : null
}

/** A strength stands at three quarters of the scale or above: 4 and 5 of 1 to 5. */
const STRONG: Rational = { p: 3n, q: 4n }

const anchored = (level: Level | undefined): FeedbackPoint['anchor'] => level?.anchor ?? null

/**
 * What a letter of feedback says, drawn from all counted sheets together (product.md section 11): the criteria where
 * half of the jury or more stands high, with the sentence reached; the weakest others, with the sentence of the next
 * level that has one. Remarks come in the order of their letters, which says nothing of who wrote which.
 */
export function feedbackOf(rubric: Rubric, sheets: readonly JudgedSheet[]): Feedback {
  const all = rubric.criteria.flatMap((criterion) => judged(criterion, sheets) ?? [])
  const strong = all
    .filter(({ reach }) => compare(reach, STRONG) >= 0)
    .sort((a, b) => compare(b.reach, a.reach))
  const weak = all.filter(({ reach }) => compare(reach, STRONG) < 0).sort((a, b) => compare(a.reach, b.reach))
  return {
    strengths: strong.slice(0, MOST).map(({ criterion, median }) => ({
      criterion: criterion.name,
      anchor: anchored(criterion.levels.find(({ level }) => level === median)),
    })),
    improvements: weak.slice(0, MOST).map(({ criterion, median }) => ({
      criterion: criterion.name,
      anchor: anchored(criterion.levels.find(({ level, anchor }) => level > median && anchor !== null)),
    })),
    remarks: [...new Set(sheets.map(({ remark }) => remark.trim()).filter((remark) => remark !== ''))].sort(),
  }
}
