import type { Rubric } from '#app/domain/campaign/regulation.ts'
import {
  add,
  divide,
  integer,
  multiply,
  parseRational,
  type Rational,
  toText,
  ZERO,
} from '#app/domain/kernel/rational.ts'
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

/** What the sheet says so far, of 100 points: the same figures on the server and, with script, while typing. */
export function sheetTotal(rubric: Rubric, entries: readonly SheetEntry[]): SheetTotal {
  let [earned, scored, whole] = [ZERO, ZERO, ZERO]
  const criteria = rubric.criteria.map((criterion): CriterionTotal => {
    const { code, weight } = criterion
    whole = add(whole, exact(weight))
    const entry = entries.find((one) => one.criterion === code)
    const step = criterion.levels.find((one) => one.level === entry?.level)
    if (!step || entry?.cannotAssess === true) return { code, weight, earned: null, share: null }
    const top = criterion.levels.reduce((high, one) => Math.max(high, Number(one.points)), 0)
    const part = divide(multiply(exact(weight), exact(step.points)), integer(100))
    const points = part.ok ? part.value : ZERO
    earned = add(earned, points)
    scored = add(scored, exact(weight))
    return { code, weight, earned: toText(points), share: top === 0 ? 0 : Number(step.points) / top }
  })
  const left = add(whole, { p: -scored.p, q: scored.q })
  const missing = criteria.filter((one) => one.earned === null).length
  return { earned: toText(earned), scored: toText(scored), left: toText(left), missing, criteria }
}
