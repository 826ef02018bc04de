import { assignmentKinds } from './vector-kinds/assignment.ts'
import type { Adapter } from './vector-kinds/adapter.ts'
import { officialKinds } from './vector-kinds/official.ts'
import { statisticsKinds } from './vector-kinds/statistics.ts'

/** One adapter per vector kind: from the vector's input, through the domain, to figures under the vector's own names. */
export const vectorKinds: Readonly<Record<string, Adapter>> = {
  ...officialKinds,
  ...statisticsKinds,
  ...assignmentKinds,
}

/** Kinds whose adapter is still to be written. A kind leaves this list when its adapter is registered. */
export const AWAITED: readonly string[] = [
  'assign.optimum',
  'assign.pair_balance',
  'bootstrap.alpha',
  'bootstrap.statistic',
  'bootstrap.top_k',
  'halo.criteria',
  'leniency.james_stein',
  'leniency.ls',
  'leniency.reml_crossed',
  'leniency.reml_jurors_random',
  'leniency.reml_oneway',
  'outlier.rstudent',
  'pairwise.bradley_terry',
  'precision.nomination_se',
  'reliability.alpha',
  'reliability.durbin',
  'reliability.fleiss_kappa',
  'reliability.icc',
  'reliability.icc_oneway_unbalanced',
  'reliability.kendall_w',
  'reliability.weighted_kappa',
  'stability.expected_rank',
  'stability.leave_one_juror_out',
  'stability.weight_path',
]
