import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { cholesky, inverse, solve, square } from './numeric/matrix.ts'
import type { Square } from './numeric/matrix.ts'

const STEPS = 200
/** The deviance stands when it moves by less than this share. */
const STANDS = 1e-8

export type BradleyTerry = {
  /** θ_i, log odds against the first item, which is nought. */
  readonly logAbility: readonly number[]
  /** Standard error of each difference from the first. */
  readonly se: readonly number[]
}

/** Whether everybody reaches everybody by wins: only then is the maximum finite (section 6.1). */
function isStronglyConnected(wins: readonly (readonly number[])[]): boolean {
  const reached = (beats: (a: number, b: number) => boolean): number => {
    const seen = new Set([0])
    for (const a of seen) wins.forEach((_, b) => void (beats(a, b) && seen.add(b)))
    return seen.size
  }
  const won = (a: number, b: number): boolean => a !== b && (wins[a]?.[b] ?? 0) > 0
  return reached(won) === wins.length && reached((a, b) => won(b, a)) === wins.length
}

/** Two items that met: `games` between them, of which the first won `won`. */
type Pair = { readonly a: number; readonly b: number; readonly games: number; readonly won: number }

const pairsOf = (wins: readonly (readonly number[])[]): readonly Pair[] =>
  wins.flatMap((row, a) =>
    row.slice(0, a).flatMap((won, b) => {
      const games = won + (wins[b]?.[a] ?? 0)
      return games > 0 ? [{ a, b, games, won }] : []
    }),
  )
const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** -2 log likelihood up to a constant. */
const deviance = (pairs: readonly Pair[], odds: Float64Array): number =>
  pairs.reduce((sum, { games, won }, at) => {
    const term = (seen: number, p: number): number => (seen === 0 ? 0 : seen * Math.log(seen / (games * p)))
    const p = chance(odds[at] as number)
    return sum + 2 * (term(won, p) + term(games - won, 1 - p))
  }, 0)

/** One step of scoring from the pairs' log odds: the next abilities and the information that gave them. */
function step(
  pairs: readonly Pair[],
  odds: Float64Array,
  items: number,
): { theta: Float64Array; info: Square } | null {
  const size = items - 1
  const [side, info] = [new Float64Array(size), square(size)]
  const put = (array: Float64Array, at: number, by: number): void =>
    void (array[at] = (array[at] as number) + by)
  pairs.forEach(({ a, b, games, won }, at) => {
    const [eta, p] = [odds[at] as number, chance(odds[at] as number)]
    const weight = games * p * (1 - p)
    const pull = weight * eta + won - games * p
    put(side, a - 1, pull)
    put(info.cells, (a - 1) * (size + 1), weight)
    if (b === 0) return
    put(side, b - 1, -pull)
    put(info.cells, (b - 1) * (size + 1), weight)
    put(info.cells, (a - 1) * size + b - 1, -weight)
    put(info.cells, (b - 1) * size + a - 1, -weight)
  })
  const factor = cholesky(info)
  return factor && { theta: Float64Array.from([0, ...solve(factor, side)]), info: factor }
}

/**
 * Bradley-Terry by maximum likelihood (section 6.1): wins[a][b] is how often a beat b; the diagonal is ignored; half
 * wins stand for ties. Scoring from the empirical odds until the deviance stands; the errors come from the information
 * of the last step, as generalised linear models state them. Refused: fewer than two items, a win graph that is not
 * strongly connected (somebody's ability would be infinite).
 */
export function bradleyTerry(
  wins: readonly (readonly number[])[],
): Result<BradleyTerry, 'one-item' | 'not-strongly-connected'> {
  if (wins.length < 2) return refuse('one-item')
  if (!isStronglyConnected(wins)) return refuse('not-strongly-connected')
  const pairs = pairsOf(wins)
  let odds = Float64Array.from(pairs, ({ games, won }) => Math.log((won + 0.5) / (games - won + 0.5)))
  let [before, last] = [deviance(pairs, odds), step(pairs, odds, wins.length)]
  for (let count = 0; count < STEPS && last !== null; count += 1) {
    const { theta } = last
    odds = Float64Array.from(pairs, ({ a, b }) => (theta[a] as number) - (theta[b] as number))
    const now = deviance(pairs, odds)
    if (Math.abs(now - before) < STANDS * (Math.abs(now) + 0.1)) break
    before = now
    last = step(pairs, odds, wins.length)
  }
  if (last === null) return refuse('not-strongly-connected')
  const { size, cells } = inverse(last.info)
  return ok({
    logAbility: [...last.theta],
    se: [0, ...Array.from({ length: size }, (_, at) => Math.sqrt(cells[at * size + at] as number))],
  })
}
