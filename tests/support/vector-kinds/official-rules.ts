import { add, compare, integer, multiply, subtract, sum, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { toDecimal } from '#app/domain/kernel/rational-display.ts'
import { failedThresholds } from '#app/domain/scoring/aggregate.ts'
import { cascade } from '#app/domain/scoring/cascade.ts'
import { combine, trimmedMean } from '#app/domain/scoring/combine.ts'
import { weightedMean } from '#app/domain/scoring/sheet-score.ts'
import { advancing, finalScore } from '#app/domain/scoring/two-rounds.ts'
import { adapter, exact, exactText } from './adapter.ts'
import type { Typed } from './adapter.ts'
import { ranksOf } from './ranks.ts'
import { roundTo } from './rounding.ts'
import type { RoundingMode } from './rounding.ts'

type Table<T> = Readonly<Record<string, T>>
const orZero = (value: Rational | null): Rational => value ?? integer(0n)

type Marks = {
  readonly id: string
  readonly values: readonly (Typed | null)[]
  readonly drop_low?: number
  readonly drop_high?: number
  readonly op?: 'mean' | 'sum' | 'median'
  readonly multiply?: Typed
  readonly add?: Typed
  readonly decimals?: number
  readonly mode?: RoundingMode
}
type Total = {
  readonly from?: 'display' | 'exact'
  readonly each_multiply?: Typed
  readonly each_round?: number
  readonly multiply?: Typed
  readonly add?: Typed
  readonly decimals?: number
  readonly mode?: RoundingMode
}
type Trimmed = { readonly lists: readonly Marks[]; readonly total?: Total }

/** The trimmed mean, its sum over the marks kept, or their median; then the factor and the base value. */
function valueOf({ values, drop_low: low = 0, drop_high: high = 0, op = 'mean', ...rest }: Marks): Rational {
  const marks = values.flatMap((value) => (value === null ? [] : [exact(value)]))
  const kept = marks.length - low - high
  const mean = orZero(
    op === 'median'
      ? combine('median', [...marks].sort(compare).slice(low, marks.length - high))
      : trimmedMean(marks, low, high),
  )
  const combined = op === 'sum' ? multiply(mean, integer(Math.max(kept, 0))) : mean
  return add(multiply(combined, exact(rest.multiply ?? 1)), exact(rest.add ?? 0))
}

function totalOf(items: readonly { readonly exact: string; readonly display: string }[], total: Total) {
  const { from = 'exact', each_multiply: factor = 1, each_round: places, mode = 'half_up' } = total
  const each = items.map((item) => {
    const value = multiply(exact(item[from]), exact(factor))
    return places === undefined ? value : roundTo(value, places, mode)
  })
  const value = add(multiply(sum(each), exact(total.multiply ?? 1)), exact(total.add ?? 0))
  const decimals = total.decimals ?? 2
  return { exact: toText(value), display: toDecimal(roundTo(value, decimals, mode), decimals) }
}

const trimmed = adapter(({ lists, total }: Trimmed) => {
  const items = lists.map((list) => {
    const value = valueOf(list)
    const { decimals = 2, mode = 'half_up' } = list
    return { id: list.id, exact: toText(value), display: toDecimal(roundTo(value, decimals, mode), decimals) }
  })
  return total ? { items, total: totalOf(items, total) } : { items }
})

const MODES: readonly RoundingMode[] = ['half_even', 'half_up', 'floor', 'half_down', 'ceil', 'down', 'up']

const rounding = adapter(
  ({
    values,
    decimals = 2,
    modes,
  }: {
    values: readonly Typed[]
    decimals?: number
    modes?: readonly RoundingMode[]
  }) => {
    const shown = (mode: RoundingMode) =>
      values.map((value) => toDecimal(roundTo(exact(value), decimals, mode), decimals))
    const asked = modes ?? MODES.slice(0, 3)
    return { display: Object.fromEntries(asked.map((mode) => [mode, shown(mode)])) }
  },
)

const floatTrap = adapter(
  ({ weights, items }: { weights: readonly Typed[]; items: Table<readonly Typed[]> }) => {
    const scores = Object.entries(items).map(([id, values]) => {
      const terms = values.map((value, at) => ({ weight: exact(weights[at] ?? 0), value: exact(value) }))
      return [id, orZero(weightedMean(terms))] as const
    })
    const texts = scores.map(([id, score]) => [id, toText(score)])
    return { exact: Object.fromEntries(texts) as Table<string>, ranks: ranksOf(scores) }
  },
)

type Thresholds = {
  readonly criterion_min?: Table<Typed>
  readonly total_min?: Typed | null
  readonly weights: Table<Typed>
  readonly items: Table<Table<Typed | null>>
}

const threshold = adapter(
  ({ criterion_min: least = {}, total_min: together, weights, items }: Thresholds) => {
    const limit = (typed: Typed | null | undefined) =>
      typed === null || typed === undefined ? null : exact(typed)
    const criteria = Object.entries(weights).map(([code, weight]) => ({
      ...{ code, weight: exact(weight), points: new Map<number, Rational>() },
      threshold: limit(least[code]),
    }))
    const rubric = {
      ...{ criteria, missingPolicy: 'exclude_sheet' as const, commentRequiredAt: [] },
      totalThreshold: limit(together),
    }
    const lines = Object.entries(items).map(([id, points]) => {
      const means = criteria.map(({ code }) => ({ code, mean: limit(points[code]) }))
      const score = sum(
        means.flatMap(({ mean }, at) => (mean ? [multiply(criteria[at]?.weight ?? mean, mean)] : [])),
      )
      const failed = failedThresholds(rubric, means)
      return { id, score, failed, eligible: failed.length === 0 }
    })
    return {
      items: Object.fromEntries(
        lines.map(({ id, eligible, failed, score }) => [id, { eligible, failed, score: toText(score) }]),
      ),
      ranks: ranksOf(lines.filter(({ eligible }) => eligible).map(({ id, score }) => [id, score] as const)),
    }
  },
)

type Rounds = {
  readonly round1: Table<Typed | null>
  readonly round2: Table<Typed | null>
  readonly advance: number
  readonly weights?: readonly [Typed, Typed]
}

const twoRound = adapter(({ round1, round2, advance, weights = [0, 1] }: Rounds) => {
  const first = Object.entries(round1).flatMap(([id, score]) =>
    score === null ? [] : [{ id, score: exact(score) }],
  )
  const advanced = advancing(first, advance)
  const final = advanced.flatMap((id) => {
    const [one, two] = [round1[id] ?? null, round2[id] ?? null]
    if (one === null || two === null) return []
    const score = finalScore({ first: exact(weights[0]), second: exact(weights[1]) }, exact(one), exact(two))
    return score.ok ? [[id, score.value] as const] : []
  })
  return {
    round1_ranks: ranksOf(first.map(({ id, score }) => [id, score] as const)),
    advanced,
    final: Object.fromEntries(final.map(([id, score]) => [id, exactText(score)])),
    final_ranks: ranksOf(final),
  }
})

type Keys = {
  readonly keys: readonly { readonly key: string; readonly dir?: 'asc' | 'desc' }[]
  readonly items: Table<Table<Typed | null>>
}

const rankCascade = adapter(({ keys, items }: Keys) => {
  type Item = (typeof entries)[number]
  const entries = Object.entries(items)
  const better = (a: Typed | null, b: Typed | null, isRising: boolean): -1 | 0 | 1 => {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
    const difference = subtract(exact(a), exact(b))
    return compare(isRising ? integer(0n) : difference, isRising ? difference : integer(0n))
  }
  const steps = keys.map(({ key, dir }) => ({
    code: key,
    compare: (a: Item, b: Item) => better(a[1][key] ?? null, b[1][key] ?? null, dir === 'asc'),
  }))
  const placed = cascade(entries, steps).map(({ member, ...place }) => ({ id: member[0], ...place }))
  const named = placed.sort((a, b) => (a.id < b.id ? -1 : 1))
  const groups = Map.groupBy(
    named.filter(({ tied }) => tied),
    ({ rank }) => rank,
  )
  return {
    ranks: Object.fromEntries(named.map(({ id, rank }) => [id, rank])),
    unresolved: [...groups.entries()]
      .sort((a, b) => a[0] - b[0])
      .map(([, group]) => group.map(({ id }) => id)),
    deciding_key: Object.fromEntries(named.map(({ id, decidedBy }) => [id, decidedBy])),
  }
})

export const ruleKinds = {
  'aggregate.trimmed': trimmed,
  'aggregate.rounding': rounding,
  'aggregate.float_trap': floatTrap,
  'aggregate.threshold': threshold,
  'aggregate.two_round': twoRound,
  'rank.cascade': rankCascade,
}
