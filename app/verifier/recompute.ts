import type { CategoryRule, Rules, Sheet } from './bundle.ts'
import { average, order, over, plus, times, total, upward, whole } from './fraction.ts'
import type { Fraction } from './fraction.ts'

/** One nomination computed again from its opened sheets. */
export type Computed = {
  nomination: string
  values: Fraction[]
  means: Map<string, Fraction | null>
  quorum: number
  renormalised: number
  excluded: number
  failed: string[]
  score: Fraction | null
  state: 'ranked' | 'below_quorum' | 'below_threshold'
}

type Marks = Map<string, Fraction>

/** The points of a sheet by criterion; a criterion not assessed is absent. */
function marksOf(rule: CategoryRule, sheet: Sheet): Marks {
  const levels = sheet.record['levels']
  const marks: Marks = new Map()
  if (levels === null || typeof levels !== 'object' || Array.isArray(levels)) return marks
  for (const criterion of rule.criteria) {
    const points = criterion.points.get(`${levels[criterion.code]}`)
    if (points) marks.set(criterion.code, points)
  }
  return marks
}

function sheetScore(rule: CategoryRule, marks: Marks): Fraction {
  let sum: Fraction = [0n, 1n]
  let weight: Fraction = [0n, 1n]
  for (const criterion of rule.criteria) {
    const mark = marks.get(criterion.code)
    if (!mark) continue
    sum = plus(sum, times(criterion.weight, mark))
    weight = plus(weight, criterion.weight)
  }
  return over(sum, weight)
}

/** The middle, or the mean of the two middles. */
export function middle(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort(order)
  const half = sorted.length >> 1
  return average(sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(half - 1, half + 1))
}

export function combined(combining: string, values: readonly Fraction[]): Fraction {
  if (combining === 'median') return middle(values)
  if (combining !== 'trimmed') return average(values)
  return over(total([...values].sort(order).slice(1, -1)), whole(values.length - 2))
}

/** A sheet with the rule that it was sealed under: that rule says what it is worth and whether it counts. */
export type OwnSheet = { readonly sheet: Sheet; readonly own: CategoryRule }

const counts = (rule: CategoryRule, marks: Marks): boolean =>
  rule.renormalise ? marks.size > 0 : marks.size === rule.criteria.length

/** What a sheet is worth by its own rule; null when that rule does not count it. */
export function sheetValue({ sheet, own }: OwnSheet): Fraction | null {
  const marks = marksOf(own, sheet)
  return counts(own, marks) ? sheetScore(own, marks) : null
}

export function recompute(
  rules: Rules,
  rule: CategoryRule,
  nomination: string,
  sheets: readonly OwnSheet[],
  eligible: number,
): Computed {
  const all = sheets.map(({ sheet, own }) => ({ own, marks: marksOf(own, sheet) }))
  const counted = all.filter(({ own, marks }) => counts(own, marks))
  const means = new Map<string, Fraction | null>()
  for (const { code } of rule.criteria) {
    const given = counted.flatMap(({ marks }) => {
      const mark = marks.get(code)
      return mark ? [mark] : []
    })
    means.set(code, given.length === 0 ? null : average(given))
  }
  const failed = rule.criteria.filter(({ code, threshold }) => {
    const reached = means.get(code) ?? null
    return threshold !== null && (reached === null || order(reached, threshold) < 0)
  })
  const reached = [...means.values()].flatMap((mean) => (mean ? [mean] : []))
  const isTotalUnder =
    rule.totalThreshold !== null &&
    (reached.length < means.size || order(total(reached), rule.totalThreshold) < 0)
  const missed = [...failed.map((criterion) => criterion.code), ...(isTotalUnder ? ['total'] : [])]
  const quorum = Math.max(rules.minimumSheets, upward(times(rules.minimumShare, whole(eligible))))
  const isQuorate = counted.length >= quorum && counted.length > 0
  return {
    nomination,
    values: counted.map(({ own, marks }) => sheetScore(own, marks)),
    means,
    quorum,
    renormalised: counted.filter(({ own, marks }) => marks.size < own.criteria.length).length,
    excluded: all.length - counted.length,
    failed: missed,
    score: null,
    state: !isQuorate ? 'below_quorum' : missed.length > 0 ? 'below_threshold' : 'ranked',
  }
}
