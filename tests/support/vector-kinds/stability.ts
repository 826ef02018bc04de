import { toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { combine, trimmedMean } from '#app/domain/scoring/combine.ts'
import { krippendorffAlpha } from '#app/domain/statistics/alpha.ts'
import type { AlphaMetric } from '#app/domain/statistics/alpha.ts'
import { resampledAlpha } from '#app/domain/statistics/alpha-resampling.ts'
import { enumerateRows, enumerateValues } from '#app/domain/statistics/bootstrap.ts'
import { expectedRanks } from '#app/domain/statistics/expected-rank.ts'
import { leaveOneOut } from '#app/domain/statistics/leave-one-out.ts'
import type { Standing } from '#app/domain/statistics/leave-one-out.ts'
import { square } from '#app/domain/statistics/numeric/matrix.ts'
import { weightPath } from '#app/domain/statistics/weight-path.ts'
import { winningSet } from '#app/domain/statistics/winning-set.ts'
import { adapter, double, exact, exactTable, named } from './adapter.ts'
import type { Adapter, Table, Typed } from './adapter.ts'

const SEED = 20_261_128
const QUANTILES = ['1/40', '1/2', '39/40']
const ALPHA_QUANTILES = ['1/40', '1/20', '1/2', '19/20', '39/40']

type Rule = 'mean' | 'median' | { trim: { low: number; high: number; min_n?: number } }
const aggregateOf =
  (rule: Rule) =>
  (values: readonly Rational[]): Rational | null => {
    if (typeof rule === 'string') return combine(rule, values)
    const { low, high, min_n: least = 0 } = rule.trim
    return values.length >= least ? trimmedMean(values, low, high) : combine('mean', values)
  }

const topK = adapter<{ nominations: string[]; matrix: Table; top: number }>(
  ({ nominations, matrix, top }) => {
    const result = winningSet(exactTable(matrix), top, SEED)
    if (!result.ok) return { refused: result.reason }
    const { exact: shares, probability, resamples } = result.value
    const decimal = named(nominations, probability)
    if (shares === null) return { draws: resamples, probability: decimal, decimal }
    return { probability: named(nominations, shares.map(toText)), decimal, resamples }
  },
)

const statistic = adapter<{ values: Typed[]; statistic: Rule }>(({ values, statistic: rule }) => {
  const result = enumerateValues(values.map(exact), aggregateOf(rule))
  if (!result.ok) return { refused: result.reason }
  const { mean, se, distinct, quantile } = result.value
  return {
    mean,
    se,
    quantiles_type1: Object.fromEntries(QUANTILES.map((p) => [p, toText(quantile(exact(p)))])),
    distinct_values: distinct,
  }
})

const alpha = adapter<{ data: Table; metric: AlphaMetric }>(({ data, metric }) => {
  const table = exactTable(data)
  const result = enumerateRows(table.length, resampledAlpha(table, metric))
  if (!result.ok) return { refused: result.reason }
  const law = result.value
  return {
    point: krippendorffAlpha(table, metric).alpha,
    mean: law.mean,
    sd: law.sd,
    p_undefined: toText(law.undefinedShare),
    quantiles_type1: Object.fromEntries(ALPHA_QUANTILES.map((p) => [p, law.quantile(exact(p))])),
  }
})

type Criteria = { id: string; weight: Typed }[]
const weights = adapter<{
  criteria: Criteria
  criterion: string
  items: Record<string, Record<string, Typed>>
}>(({ criteria, criterion, items }) => {
  const result = weightPath(
    criteria.map(({ id, weight }) => ({ id, weight: exact(weight) })),
    criterion,
    Object.entries(items).map(([id, means]) => ({
      id,
      means: new Map(Object.entries(means).map(([code, mean]) => [code, exact(mean)])),
    })),
  )
  if (!result.ok) return { refused: result.reason }
  const { current, currentWinners, intervals } = result.value
  return {
    current_weight: toText(current),
    current_winners: currentWinners,
    intervals: intervals.map(({ from, to, winners }) => ({ from: toText(from), to: toText(to), winners })),
  }
})

type Panel = { nominations: string[]; jurors: string[]; matrix: Table; top?: number; juror_aggregate?: Rule }
const leaveOut = adapter<Panel>(
  ({ nominations, jurors, matrix, top = 1, juror_aggregate: rule = 'mean' }) => {
    const result = leaveOneOut(exactTable(matrix), aggregateOf(rule), top)
    if (!result.ok) return { refused: result.reason }
    const { full, without, pivotal } = result.value
    const winners = (standing: Standing) => standing.winners.map((row) => nominations[row])
    return {
      full_ranks: named(nominations, full.ranks),
      full_winners: winners(full),
      without: named(
        jurors,
        without.map((standing) => ({
          winners: winners(standing),
          ranks: named(nominations, standing.ranks),
        })),
      ),
      pivotal_jurors: pivotal.map((column) => jurors[column]),
    }
  },
)

const ranks = adapter<{ mean: Typed[]; sd: Typed[]; cov?: Typed[][] }>(({ mean, sd, cov }) => {
  const covariance = square(mean.length)
  for (let i = 0; i < mean.length; i += 1)
    for (let k = 0; k < mean.length; k += 1)
      covariance.cells[i * mean.length + k] = cov
        ? double(cov[i]?.[k] ?? 0)
        : i === k
          ? double(sd[i] ?? 0) ** 2
          : 0
  const result = expectedRanks(mean.map(double), covariance)
  if (!result.ok) return { refused: result.reason }
  return {
    expected_rank: result.value.map(({ rank }) => rank),
    pcer: result.value.map(({ percentile }) => percentile),
  }
})

export const stabilityKinds: Readonly<Record<string, Adapter>> = {
  'bootstrap.top_k': topK,
  'bootstrap.statistic': statistic,
  'bootstrap.alpha': alpha,
  'stability.weight_path': weights,
  'stability.leave_one_juror_out': leaveOut,
  'stability.expected_rank': ranks,
}
