import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Design } from './design.ts'
import { byNomination, dualSide } from './dual.ts'
import { solve, solveUpper } from './numeric/matrix.ts'
import type { Square } from './numeric/matrix.ts'
import type { RandomEffects } from './random-effects.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'

/** Draws of the model; the standard error of a share is then at most .0036 (section 4.1). */
export const MODEL_DRAWS = 20_000

export type RankInterval = readonly [best: number, worst: number]
export type Posterior = {
  readonly seed: number
  readonly draws: number
  /** P_i of the winning set, by nomination. */
  readonly probability: Float64Array
  /** Ranks that hold half, and nine tenths, of the draws. */
  readonly half: readonly RankInterval[]
  readonly ninety: readonly RankInterval[]
}

/** How far each juror's prediction falls when the mean rises by one point. */
const pull = (design: Design, model: RandomEffects): Float64Array => {
  const ratio = model.varianceOfJurors / model.variance
  const ones = design.y.map(() => 1)
  return solve(model.factor, dualSide(design, model.shrink, ones)).map((value) => ratio * value)
}

/**
 * The covariance of the nominations' worths given the sheets, the mean being estimated too (Henderson's equations),
 * points², I x I: for expected ranks (section 4.2).
 */
export function worthCovariance(design: Design, model: RandomEffects): Square {
  const falls = pull(design, model)
  const perSheet = design.y.map((_, s) => 1 - (falls[design.juror[s] as number] as number))
  const h = byNomination(design, perSheet).map((sum, i) => 1 - (model.shrink[i] as number) * sum)
  const { size, cells } = model.covariance()
  return {
    size,
    cells: cells.map((value, at) => {
      const [i, k] = [Math.floor(at / size), at % size]
      return value + model.varianceOfMean * (h[i] as number) * (h[k] as number)
    }),
  }
}

/** One draw of every nomination's worth: the mean, then jurors, then nominations, each given what came before. */
function sampler(design: Design, model: RandomEffects, random: Random): (into: Float64Array) => void {
  const falls = pull(design, model)
  const [jurorSd, sd] = [Math.sqrt(model.varianceOfJurors), Math.sqrt(model.variance)]
  const sums = byNomination(design, design.y)
  const spreads = model.shrink.map((s) => sd * Math.sqrt(s))
  return (into) => {
    const shift = Math.sqrt(model.varianceOfMean) * random.normal()
    const mean = model.mean + shift
    const noise = solveUpper(
      model.factor,
      falls.map(() => random.normal()),
    )
    const jurors = noise.map(
      (z, j) => (model.jurors[j] as number) - shift * (falls[j] as number) + jurorSd * z,
    )
    // Sheets are sorted by nomination: those of one stand together.
    for (let i = 0, sheet = 0; i < into.length; i += 1) {
      let rest = sums[i] as number
      for (const end = sheet + (design.n[i] as number); sheet < end; sheet += 1)
        rest = rest - mean - (jurors[design.juror[sheet] as number] as number)
      into[i] = mean + (model.shrink[i] as number) * rest + (spreads[i] as number) * random.normal()
    }
  }
}

/** Where a value stands in an ascending list that holds it. */
function placeOf(ordered: Float64Array, value: number): number {
  let [low, high] = [0, ordered.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The ranks between which a share of the draws lies, the same share left out at both ends. */
function interval(counts: Float64Array, draws: number, share: number): RankInterval {
  const tail = (draws * (1 - share)) / 2
  const from = (ranks: Float64Array): number => {
    let cumulated = 0
    return ranks.findIndex((count) => {
      cumulated += count
      return cumulated > tail
    })
  }
  return [from(counts) + 1, counts.length - from(counts.slice().reverse())]
}

type Drawing = {
  readonly draws?: number
  /** What nomination `i` is ranked by when its sheets are worth so much: itself, unless a first round is carried over. */
  readonly standing?: (i: number, worth: number) => number
}

/**
 * Draws of M2 given the sheets, for incomplete panels (section 4.1): the chance of a place and rank intervals. The seed
 * is to be logged. Advisory. Refused: nominations that do not detectably differ, no place.
 */
export function posteriorRanks(
  design: Design,
  model: RandomEffects,
  places: number,
  seed: number,
  { draws = MODEL_DRAWS, standing = (_, worth) => worth }: Drawing = {},
): Result<Posterior, 'no-detectable-difference' | 'no-places'> {
  if (!Number.isInteger(places) || places < 1) return refuse('no-places', { places })
  if (model.varianceOfNominations === 0 || model.variance === 0) return refuse('no-detectable-difference')
  const I = design.nominations.length
  const counts = design.nominations.map(() => new Float64Array(I))
  const draw = sampler(design, model, randomFrom(seed))
  const worth = new Float64Array(I)
  for (let count = 0; count < draws; count += 1) {
    draw(worth)
    const stands = worth.map((value, i) => standing(i, value))
    const ordered = stands.slice().sort()
    for (let i = 0; i < I; i += 1) {
      const own = counts[i] as Float64Array
      const rank = I - 1 - placeOf(ordered, stands[i] as number)
      own[rank] = (own[rank] as number) + 1
    }
  }
  return ok({
    seed,
    draws,
    probability: Float64Array.from(
      counts,
      (own) => own.slice(0, places).reduce((sum, n) => sum + n, 0) / draws,
    ),
    half: counts.map((own) => interval(own, draws, 0.5)),
    ninety: counts.map((own) => interval(own, draws, 0.9)),
  })
}
