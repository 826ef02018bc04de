import { mean } from '#app/domain/kernel/rational.ts'
import { bradleyTerry } from '#app/domain/statistics/bradley-terry.ts'
import { designOf } from '#app/domain/statistics/design.ts'
import type { Design } from '#app/domain/statistics/design.ts'
import { binomialVariance, jamesStein } from '#app/domain/statistics/james-stein.ts'
import { remlJurorModel } from '#app/domain/statistics/juror-model.ts'
import { leastSquares } from '#app/domain/statistics/least-squares.ts'
import type { LeastSquares } from '#app/domain/statistics/least-squares.ts'
import { sheetResiduals } from '#app/domain/statistics/outliers.ts'
import { nominationError } from '#app/domain/statistics/precision.ts'
import { randomEffects } from '#app/domain/statistics/random-effects.ts'
import { adapter, double, exact, exactText, named } from './adapter.ts'
import type { Adapter, Typed } from './adapter.ts'

type Observed = { obs: [nomination: string, juror: string, y: Typed][] }

/** Pairs whose standard error the vectors print: the first ones of the sorted names. */
const PAIRS_SHOWN = 6
/** Adjusted scores nearer than this are equal. */
const EQUAL = 1e-9

function designFrom({ obs }: Observed): Design {
  const design = designOf(obs.map(([nomination, juror, y]) => ({ nomination, juror, value: double(y) })))
  if (!design.ok) throw new Error(design.reason)
  return design.value
}

function rawMeans({ obs }: Observed): Record<string, string | null> {
  const groups = Map.groupBy(obs, ([nomination]) => nomination)
  return Object.fromEntries(
    [...groups].map(([nomination, sheets]) => {
      const result = mean(sheets.map(([, , y]) => exact(y)))
      return [nomination, exactText(result.ok ? result.value : null)]
    }),
  )
}

const pairsOf = (names: readonly string[]) =>
  names.flatMap((a, i) => names.slice(i + 1).map((b, step) => ({ a, b, i, k: i + 1 + step })))

function comparisons(names: readonly string[], fit: LeastSquares) {
  if (!fit.connected) return {}
  const pairs = pairsOf(names).map(({ a, b, i, k }) => [a, b, fit.seOfDifference(i, k)] as const)
  const errors = pairs.map(([, , se]) => se).filter((se) => se !== null)
  const rank = (score: number): number =>
    1 + fit.adjusted.filter((other) => other - score > EQUAL * Math.max(1, Math.abs(score))).length
  const first = fit.adjusted[0] as number
  return {
    se_difference:
      errors.length === 0
        ? null
        : { min: Math.min(...errors), max: Math.max(...errors), pairs: pairs.slice(0, PAIRS_SHOWN) },
    ranks_adjusted: named(names, Array.from(fit.adjusted, rank)),
    difference_from_first: named(
      names,
      fit.adjusted.map((score) => score - first),
    ),
  }
}

const twoWay = adapter<Observed>((input) => {
  const design = designFrom(input)
  const fit = leastSquares(design)
  return {
    connected: fit.connected,
    components: fit.components,
    raw_means: rawMeans(input),
    df: fit.df,
    rss: fit.rss,
    sigma2: fit.sigma2,
    adjusted: named(design.nominations, fit.adjusted),
    juror_effects: named(design.jurors, fit.effects),
    ...comparisons(design.nominations, fit),
  }
})

const bothRandom = (jurors: boolean): Adapter =>
  adapter<Observed>((input) => {
    const design = designFrom(input)
    const fitted = randomEffects(design, { jurors })
    if (!fitted.ok) return { refused: fitted.reason }
    const model = fitted.value
    const { cells, size } = model.covariance()
    return {
      mu: model.mean,
      var_nomination: model.varianceOfNominations,
      var_juror: model.varianceOfJurors,
      var_residual: model.variance,
      reml_criterion: model.criterion,
      blup_nomination: named(design.nominations, model.nominations),
      blup_juror: named(design.jurors, model.jurors),
      cond_sd_nomination: named(
        design.nominations,
        design.nominations.map((_, i) => Math.sqrt(cells[i * size + i] as number)),
      ),
    }
  })

const jurorsRandom = adapter<Observed>((input) => {
  const design = designFrom(input)
  const fitted = remlJurorModel(design)
  if (!fitted.ok) return { refused: fitted.reason }
  const model = fitted.value
  return {
    nomination: named(design.nominations, model.adjusted),
    se: named(design.nominations, model.se),
    var_juror: model.varianceOfJurors,
    var_residual: model.variance,
    reml_criterion: model.criterion,
    blup_juror: named(design.jurors, model.severity),
  }
})

const shrinkage = adapter<{ y: Typed[]; n?: number; sigma2: Typed }>(({ y, n = 1, sigma2 }) => {
  const values = y.map(double)
  const result = jamesStein(values, sigma2 === 'binomial' ? binomialVariance(values, n) : double(sigma2))
  if (!result.ok) return { refused: result.reason }
  const figure = result.value
  return {
    grand_mean: figure.grandMean,
    sigma2: figure.sigma2,
    S: figure.scatter,
    shrink_factor: figure.factor,
    shrink_factor_positive_part: figure.positiveFactor,
    estimates: figure.estimates,
    estimates_positive_part: figure.positiveEstimates,
  }
})

const rstudent = adapter<Observed>((input) => {
  const result = sheetResiduals(designFrom(input))
  if (!result.ok) return { refused: result.reason, rstudent: input.obs.map(() => null), largest: null }
  const { studentised, df } = result.value
  const sizes = studentised.map((t) => Math.abs(t ?? 0))
  const most = Math.max(...sizes)
  // Two sheets of one nomination may part by the same t: the first of them is named.
  const at = sizes.findIndex((size) => size >= most * (1 - EQUAL))
  const [nomination, juror] = input.obs[at] ?? []
  return {
    rstudent: studentised,
    largest: { nomination, juror, value: studentised[at] },
    residual_df_deleted: df,
  }
})

const nominationErrors = adapter<{ scores: Record<string, Typed[]>; pool?: number | null }>(
  ({ scores, pool }) => ({
    items: Object.fromEntries(
      Object.entries(scores).map(([id, values]) => {
        const figure = nominationError(values.map(exact), pool ?? null)
        return [
          id,
          {
            mean: exactText(figure.mean),
            n: figure.n,
            s2: exactText(figure.spread),
            se2: exactText(figure.squaredError),
            se: figure.error,
            se2_finite_pool: exactText(figure.squaredErrorInPool),
          },
        ]
      }),
    ),
  }),
)

const pairwise = adapter<{ items: string[]; wins: Typed[][] }>(({ items, wins }) => {
  const result = bradleyTerry(wins.map((row) => row.map(double)))
  if (!result.ok) return { refused: result.reason, log_ability: null, se: null, reference: items[0] }
  const { logAbility, se } = result.value
  return { log_ability: named(items, logAbility), se: named(items, se), reference: items[0] }
})

export const severityKinds: Readonly<Record<string, Adapter>> = {
  'leniency.ls': twoWay,
  'leniency.reml_oneway': bothRandom(false),
  'leniency.reml_crossed': bothRandom(true),
  'leniency.reml_jurors_random': jurorsRandom,
  'leniency.james_stein': shrinkage,
  'outlier.rstudent': rstudent,
  'precision.nomination_se': nominationErrors,
  'pairwise.bradley_terry': pairwise,
}
