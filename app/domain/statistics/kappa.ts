import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** The fewest common nominations for which a pair's kappa may be shown (section 3.4). */
export const FEWEST_COMMON = 20

export type Kappa = { readonly weighted: number | null; readonly plain: number | null }
export type PairKappa = Kappa & {
  /** Nominations that both judged. */
  readonly common: number
  /** Asymptotic standard error of the weighted one; null where it is. */
  readonly se: number | null
}
export type Disagreement = 'linear' | 'quadratic' | readonly (readonly number[])[]

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const weightOf =
  (disagreement: Disagreement) =>
  (a: number, b: number): number => {
    if (disagreement === 'linear') return Math.abs(a - b)
    return disagreement === 'quadratic' ? (a - b) ** 2 : (disagreement[a]?.[b] ?? 0)
  }
const marginsOf = (table: readonly (readonly number[])[]) => {
  const rows = table.map(total)
  return { rows, columns: rows.map((_, b) => total(table.map((row) => row[b] as number))) }
}

/**
 * Cohen's kappa of two jurors, weighted by a disagreement and plain (section 3.4). `table`: how often, in counts or
 * shares, the first chose row a and the second column b. Internal. Null where chance allows no disagreement. Refused:
 * an empty or uneven table.
 */
export function weightedKappa(
  table: readonly (readonly number[])[],
  disagreement: Disagreement,
): Result<Kappa, 'table-malformed'> {
  const size = table.length
  const all = total(table.flat())
  if (size < 2 || table.some((row) => row.length !== size) || !(all > 0)) return refuse('table-malformed')
  const { rows, columns } = marginsOf(table)
  const weigh = (d: (a: number, b: number) => number): number | null => {
    let [seen, chance] = [0, 0]
    table.forEach((row, a) =>
      row.forEach((count, b) => {
        seen += d(a, b) * count
        chance += d(a, b) * (rows[a] as number) * (columns[b] as number)
      }),
    )
    // Over whole counts and whole disagreements nothing is rounded before the one division: no agreement is 0 itself.
    return chance === 0 ? null : (chance - seen * all) / chance
  }
  return ok({ weighted: weigh(weightOf(disagreement)), plain: weigh((a, b) => (a === b ? 0 : 1)) })
}

/**
 * The asymptotic standard error of a weighted kappa over counted nominations (Fleiss, Cohen and Everitt 1969): its
 * derivatives by each share of the table, by the law of a multinomial. Null where chance allows no disagreement.
 */
export function weightedKappaError(
  table: readonly (readonly number[])[],
  disagreement: Disagreement,
): number | null {
  const d = weightOf(disagreement)
  const n = total(table.flat())
  const { rows, columns } = marginsOf(table)
  // Per row and per column: the disagreement that chance would make with it, as shares.
  const ofRow = rows.map((_, a) => total(columns.map((count, b) => (d(a, b) * count) / n)))
  const ofColumn = columns.map((_, b) => total(rows.map((count, a) => (d(a, b) * count) / n)))
  const chance = total(rows.map((count, a) => ((ofRow[a] as number) * count) / n))
  if (chance === 0) return null
  const seen = total(table.flatMap((row, a) => row.map((count, b) => (d(a, b) * count) / n)))
  let [first, second] = [0, 0]
  table.forEach((row, a) =>
    row.forEach((count, b) => {
      const slope = (d(a, b) * chance - seen * ((ofRow[a] as number) + (ofColumn[b] as number))) / chance ** 2
      first += (count / n) * slope
      second += (count / n) * slope ** 2
    }),
  )
  return Math.sqrt(Math.max(0, second - first ** 2) / n)
}

/**
 * Kappa of two jurors from their levels, nomination by nomination (whole numbers, null where one gave none), linear or
 * quadratic over the levels in use. Internal. Refused: fewer than twenty common nominations (`too-few-common`).
 */
export function pairKappa(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  disagreement: 'linear' | 'quadratic',
): Result<PairKappa, 'too-few-common' | 'table-malformed'> {
  const common = first.flatMap((a, at) => {
    const b = second[at] ?? null
    return a === null || b === null ? [] : [[a, b] as const]
  })
  if (common.length < FEWEST_COMMON)
    return refuse('too-few-common', { common: common.length, least: FEWEST_COMMON })
  const low = Math.min(...common.flat())
  const size = Math.max(2, Math.max(...common.flat()) - low + 1)
  const table = Array.from({ length: size }, () => Array<number>(size).fill(0))
  for (const [a, b] of common) {
    const row = table[a - low] as number[]
    row[b - low] = (row[b - low] as number) + 1
  }
  const kappa = weightedKappa(table, disagreement)
  if (!kappa.ok) return kappa
  return ok({ ...kappa.value, common: common.length, se: weightedKappaError(table, disagreement) })
}

export type FleissKappa = {
  /** Null where everybody always chose the same category. */
  readonly kappa: number | null
  readonly observed: number
  readonly expected: number
}

/**
 * Fleiss' kappa of section 3.4: a row per nomination, a column per category, how many jurors chose it; the same
 * number of jurors everywhere. Internal. Refused: nothing counted, one juror, unequal numbers.
 */
export function fleissKappa(
  counts: readonly (readonly number[])[],
): Result<FleissKappa, 'no-ratings' | 'one-juror' | 'unequal-jurors'> {
  const jurors = total(counts[0] ?? [])
  if (counts.length === 0 || jurors === 0) return refuse('no-ratings')
  if (jurors === 1) return refuse('one-juror')
  if (counts.some((row) => total(row) !== jurors)) return refuse('unequal-jurors')
  // Whole numbers until the last division: pairs of jurors that agree, and answers to each category.
  const agreed = total(counts.map((row) => total(row.map((count) => count * (count - 1)))))
  const answers = counts.length * jurors
  const chance = total((counts[0] ?? []).map((_, c) => total(counts.map((row) => row[c] ?? 0)) ** 2))
  const [observed, expected] = [agreed / (answers * (jurors - 1)), chance / answers ** 2]
  const above = agreed * answers - chance * (jurors - 1)
  const least = (jurors - 1) * (answers ** 2 - chance)
  return ok({ kappa: least === 0 ? null : above / least, observed, expected })
}
