import { toText } from '#app/domain/kernel/rational.ts'
import { krippendorffAlpha } from '#app/domain/statistics/alpha.ts'
import type { AlphaMetric } from '#app/domain/statistics/alpha.ts'
import { durbin, kendallW } from '#app/domain/statistics/concordance.ts'
import { criteriaAgreement } from '#app/domain/statistics/halo.ts'
import { intraclass, unbalancedIntraclass } from '#app/domain/statistics/icc.ts'
import type { IccForm } from '#app/domain/statistics/icc.ts'
import { fleissKappa, weightedKappa } from '#app/domain/statistics/kappa.ts'
import type { Disagreement } from '#app/domain/statistics/kappa.ts'
import { adapter, double, doubleTable, exactTable, exactText } from './adapter.ts'
import type { Adapter, Table, Typed } from './adapter.ts'

const FORMS: readonly IccForm[] = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)']

const alpha = adapter<{ data: Table; metrics: AlphaMetric[] }>(({ data, metrics }) => {
  const figures = metrics.map((metric) => [metric, krippendorffAlpha(exactTable(data), metric)] as const)
  return {
    n_pairable: figures[0]?.[1].pairable,
    metrics: Object.fromEntries(
      figures.map(([metric, figure]) => [
        metric,
        {
          alpha: figure.alpha,
          Do: figure.observed,
          De: figure.expected,
          alpha_exact: exactText(figure.exact),
        },
      ]),
    ),
  }
})

const icc = adapter<{ data: Table }>(({ data }) => {
  const result = intraclass(doubleTable(data))
  if (!result.ok) return { refused: result.reason }
  const { BMS, WMS, JMS, EMS, forms } = result.value
  const values = Object.fromEntries(FORMS.map((form) => [form, forms[form].value]))
  const ci95 = Object.fromEntries(FORMS.map((form) => [form, forms[form].interval]))
  return { BMS, WMS, JMS, EMS, ...values, ci95 }
})

const unbalanced = adapter<{ data: Table }>(({ data }) => {
  const result = unbalancedIntraclass(doubleTable(data))
  if (!result.ok) return { refused: result.reason }
  const { k0, MSB, MSW, single, average } = result.value
  return { k0, MSB, MSW, 'ICC(1)': single, 'ICC(k0)': average }
})

const concordance = adapter<{ data: Table }>(({ data }) => {
  const result = kendallW(exactTable(data))
  if (!result.ok) return { refused: result.reason }
  const { exact, uncorrected, S, T, rankSums, chiSquare, df, p } = result.value
  return {
    W: exact && double(toText(exact)),
    W_exact: exactText(exact),
    W_uncorrected: double(toText(uncorrected)),
    S: toText(S),
    T: `${T}`,
    rank_sums: rankSums.map(toText),
    chi2: chiSquare,
    df,
    p,
  }
})

const incompleteRanks = adapter<{ data: Table }>(({ data }) => {
  const result = durbin(exactTable(data))
  if (!result.ok) return { refused: result.reason }
  const { rankSums, D, tieCorrected, df, p } = result.value
  return { rank_sums: rankSums.map(toText), D, T1_tie_corrected: tieCorrected, df, p }
})

const weighted = adapter<{ table: Typed[][]; disagreement?: Typed[][] | 'linear' | 'quadratic' }>(
  ({ table, disagreement = 'linear' }) => {
    const matrix: Disagreement =
      typeof disagreement === 'string' ? disagreement : disagreement.map((row) => row.map(double))
    const result = weightedKappa(
      table.map((row) => row.map(double)),
      matrix,
    )
    return result.ok
      ? { weighted_kappa: result.value.weighted, kappa: result.value.plain }
      : { refused: result.reason }
  },
)

const fleiss = adapter<{ counts: Typed[][] }>(({ counts }) => {
  const result = fleissKappa(counts.map((row) => row.map(double)))
  if (!result.ok) return { refused: result.reason }
  return { kappa: result.value.kappa, Pbar: result.value.observed, Pe: result.value.expected }
})

const halo = adapter<{ rows: Table }>(({ rows }) => {
  const result = criteriaAgreement(doubleTable(rows))
  if (!result.ok) return { refused: result.reason }
  return {
    correlation: result.value.correlation,
    mean_inter_criterion: result.value.meanInterCriterion,
    first_eigen_share: result.value.firstEigenShare,
    cronbach_alpha: result.value.cronbachAlpha,
  }
})

export const reliabilityKinds: Readonly<Record<string, Adapter>> = {
  'reliability.alpha': alpha,
  'reliability.icc': icc,
  'reliability.icc_oneway_unbalanced': unbalanced,
  'reliability.kendall_w': concordance,
  'reliability.durbin': incompleteRanks,
  'reliability.weighted_kappa': weighted,
  'reliability.fleiss_kappa': fleiss,
  'halo.criteria': halo,
}
