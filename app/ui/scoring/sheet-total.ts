import type { Criterion, Rubric } from '#app/domain/campaign/regulation.ts'
import {
  add,
  divide,
  multiply,
  parseRational,
  type Rational,
  subtract,
  toText,
  ZERO,
} from '#app/domain/kernel/rational.ts'
import { rangeOf } from '#app/domain/scoring/score-range.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'

export type CriterionTotal = {
  readonly code: string
  /** Weight in points of the whole, and what the chosen level earns of it, as exact text. */
  readonly weight: string
  readonly earned: string | null
  /** 0 to 1, for the bar alone. */
  readonly share: number | null
}
export type SheetTotal = {
  readonly earned: string
  readonly scored: string
  readonly left: string
  readonly missing: number
  readonly criteria: readonly CriterionTotal[]
}

const exact = (text: string): Rational => {
  const parsed = parseRational(text)
  return parsed.ok ? parsed.value : ZERO
}

/** What part of its weight a mark earns: of the highest points, or from the lowest where ranges are brought to 0..1. */
function shareOf({ ranges }: Rubric, criterion: Criterion, points: Rational): Rational {
  const range = rangeOf(criterion)
  const low = ranges === 'normalised' && range ? range.low : ZERO
  const share = divide(subtract(points, low), subtract(range?.high ?? ZERO, low))
  return share.ok ? share.value : ZERO
}

/** What the sheet says so far, of 100 points: the same figures on the server and, with script, while typing. */
export function sheetTotal(rubric: Rubric, entries: readonly SheetEntry[]): SheetTotal {
  let [earned, scored, whole] = [ZERO, ZERO, ZERO]
  const criteria = rubric.criteria.map((criterion): CriterionTotal => {
    const { code, weight } = criterion
    whole = add(whole, exact(weight))
    const entry = entries.find((one) => one.criterion === code)
    const step = criterion.levels.find((one) => one.level === entry?.level)
    if (!step || entry?.cannotAssess === true) return { code, weight, earned: null, share: null }
    const share = shareOf(rubric, criterion, exact(step.points))
    const points = multiply(exact(weight), share)
    earned = add(earned, points)
    scored = add(scored, exact(weight))
    return { code, weight, earned: toText(points), share: Number(share.p) / Number(share.q) }
  })
  const left = add(whole, { p: -scored.p, q: scored.q })
  const missing = criteria.filter((one) => one.earned === null).length
  return { earned: toText(earned), scored: toText(scored), left: toText(left), missing, criteria }
}
