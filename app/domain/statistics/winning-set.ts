import { integer } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { forEachCountVector, MOST_ENUMERATED } from './count-vectors.ts'
import { overCommonDenominator, quotient, toNumber } from './exact.ts'
import { randomFrom } from './random.ts'

/** Draws where enumeration ends; the standard error of a share is then at most .0036 (section 4.1). */
export const PANEL_DRAWS = 20_000

export type WinningSet = {
  readonly how: 'enumerated' | 'drawn'
  /** J^J when enumerated. */
  readonly resamples: number
  readonly seed: number | null
  /** P_i of each row in order: exact when enumerated, else null. */
  readonly exact: readonly Rational[] | null
  readonly probability: readonly number[]
}
export type WinningSetRefusal = 'no-jurors' | 'incomplete-panel' | 'no-places'

/** The sum at place `places` from the top; `best` holds the sums seen above it, largest first. */
function cutOf(sums: Float64Array, places: number, best: Float64Array): number {
  best.fill(-Infinity)
  for (let row = 0; row < sums.length; row += 1) {
    const sum = sums[row] as number
    if (sum <= (best[places - 1] as number)) continue
    let at = places - 1
    while (at > 0 && (best[at - 1] as number) < sum) {
      best[at] = best[at - 1] as number
      at -= 1
    }
    best[at] = sum
  }
  return best[places - 1] as number
}

/** Adds the share of the places that each row takes: those above the cut one, those tied at it what is left, shared. */
function shareOut(
  places: number,
  rows: number,
): (sums: Float64Array, take: (row: number, tied: number, left: number) => void) => void {
  const best = new Float64Array(places)
  return (sums, take) => {
    const cut = cutOf(sums, places, best)
    let above = 0
    let tied = 0
    for (let row = 0; row < rows; row += 1) {
      if ((sums[row] as number) > cut) above += 1
      else if (sums[row] === cut) tied += 1
    }
    for (let row = 0; row < rows; row += 1) {
      if ((sums[row] as number) > cut) take(row, 1, 1)
      else if (sums[row] === cut) take(row, tied, places - above)
    }
  }
}

/** Writes, for one redrawn panel, a number per row that orders the rows by their mean. */
type Sums = (counts: Int32Array, into: Float64Array) => void

function doubleSums(rows: readonly Float64Array[]): Sums {
  return (counts, into) => {
    for (let row = 0; row < rows.length; row += 1) {
      const of = rows[row] as Float64Array
      let sum = 0
      for (let j = 0; j < counts.length; j += 1) sum += (of[j] as number) * (counts[j] as number)
      into[row] = sum
    }
  }
}

/** Sums too long for a double, put in order by their place. */
function longSums(rows: readonly (readonly bigint[])[]): Sums {
  return (counts, into) => {
    const sums = rows.map((row) =>
      row.reduce((sum, value, j) => sum + value * BigInt(counts[j] as number), 0n),
    )
    const ordered = [...new Set(sums)].sort((a, b) => (a < b ? -1 : 1))
    const placeOf = new Map(ordered.map((sum, place) => [sum, place]))
    sums.forEach((sum, row) => {
      into[row] = placeOf.get(sum) as number
    })
  }
}

/** Sums of whole numbers in proportion to the scores, so that equal means are equal: ties are never torn apart. */
function sumsOf(table: readonly (readonly Rational[])[], jurors: number): Sums {
  const { numerators } = overCommonDenominator(table.flat())
  const rows = table.map((_, row) => numerators.slice(row * jurors, (row + 1) * jurors))
  const safe = BigInt(Number.MAX_SAFE_INTEGER) / BigInt(jurors)
  const isLong = numerators.some((value) => value > safe || value < -safe)
  return isLong ? longSums(rows) : doubleSums(rows.map((row) => Float64Array.from(row, Number)))
}

function enumerated(sumsInto: Sums, rows: number, jurors: number, places: number): WinningSet {
  // Weight of (places left) for each row and number of rows tied with it: whole numbers up to 11^11.
  const shares = new Float64Array(rows * (rows + 1))
  const sums = new Float64Array(rows)
  const share = shareOut(places, rows)
  forEachCountVector(jurors, (counts, weight) => {
    sumsInto(counts, sums)
    share(sums, (row, tied, left) => {
      const at = row * (rows + 1) + tied
      shares[at] = (shares[at] as number) + weight * left
    })
  })
  const resamples = jurors ** jurors
  const exact = Array.from(sums, (_, row) => {
    let [p, q] = [0n, 1n]
    for (let tied = 1; tied <= rows; tied += 1) {
      const part = BigInt(shares[row * (rows + 1) + tied] as number)
      if (part !== 0n) [p, q] = [p * BigInt(tied) + part * q, q * BigInt(tied)]
    }
    return quotient(p, q * BigInt(resamples))
  })
  return { how: 'enumerated', resamples, seed: null, exact, probability: exact.map(toNumber) }
}

function drawn(sumsInto: Sums, rows: number, jurors: number, places: number, seed: number): WinningSet {
  const random = randomFrom(seed)
  const shares = new Float64Array(rows)
  const sums = new Float64Array(rows)
  const share = shareOut(places, rows)
  for (let draw = 0; draw < PANEL_DRAWS; draw += 1) {
    const counts = new Int32Array(jurors)
    for (let juror = 0; juror < jurors; juror += 1) {
      const at = random.below(jurors)
      counts[at] = (counts[at] as number) + 1
    }
    sumsInto(counts, sums)
    share(sums, (row, tied, left) => {
      shares[row] = (shares[row] as number) + left / tied
    })
  }
  const probability = Array.from(shares, (one) => one / PANEL_DRAWS)
  return { how: 'drawn', resamples: PANEL_DRAWS, seed, exact: null, probability }
}

/**
 * P_i of section 4.1: the probability that each nomination is among the first `places` by the mean when the panel is
 * redrawn from these jurors. `table` has a row per nomination, a column per juror, complete. Enumerated exactly up to
 * eleven jurors, drawn from the seed beyond. Refused: no juror, a missing sheet (then the model's draws are asked
 * for), no place.
 */
export function winningSet(
  table: readonly (readonly (Rational | null)[])[],
  places: number,
  seed: number,
): Result<WinningSet, WinningSetRefusal> {
  const jurors = table[0]?.length ?? 0
  if (jurors === 0) return refuse('no-jurors')
  if (!Number.isInteger(places) || places < 1) return refuse('no-places', { places })
  const full = table.map((row) => row.filter((value) => value !== null))
  if (full.some((row) => row.length !== jurors)) return refuse('incomplete-panel')
  if (places >= table.length) {
    const certain = table.map(() => integer(1))
    const resamples = jurors <= MOST_ENUMERATED ? jurors ** jurors : PANEL_DRAWS
    return ok({ how: 'enumerated', resamples, seed: null, exact: certain, probability: certain.map(() => 1) })
  }
  const sums = sumsOf(full, jurors)
  return ok(
    jurors <= MOST_ENUMERATED
      ? enumerated(sums, full.length, jurors, places)
      : drawn(sums, full.length, jurors, places, seed),
  )
}

export type RankClass = 'clear' | 'open' | 'out'

/** Clear from .9, out up to .1, open between: the scores do not establish an order inside open (section 4.1). */
export function rankClass(probability: number): RankClass {
  if (probability >= 0.9) return 'clear'
  return probability <= 0.1 ? 'out' : 'open'
}
