import type { LinearModel } from './linear-model.ts'

/**
 * The multipliers of a solver become whole numbers of this unit. Whatever they are, the bound below holds; the nearer they
 * are to the best ones, the better it is.
 */
const UNIT = 2 ** 30
const WHOLE = BigInt(UNIT)

const wholeOf = (multiplier: number): bigint =>
  Number.isFinite(multiplier) && Math.abs(multiplier) < UNIT ? BigInt(Math.round(multiplier * UNIT)) : 0n

/** A multiplier may only lean on a side of its row that is bounded. */
function leaning(model: LinearModel, row: number, multiplier: bigint): bigint {
  const side = multiplier > 0n ? model.rowUpper[row] : model.rowLower[row]
  return side !== undefined && Number.isFinite(side) ? multiplier : 0n
}

/** Σ over rows of multiplier x bound, plus what each column can add beyond its row multipliers. In units. */
function boundWith(model: LinearModel, multipliers: readonly bigint[]): bigint {
  const left = model.cost.map((cost) => BigInt(cost) * WHOLE)
  let bound = 0n
  for (const [row, wished] of multipliers.entries()) {
    const multiplier = leaning(model, row, wished)
    if (multiplier === 0n) continue
    bound += multiplier * BigInt((multiplier > 0n ? model.rowUpper[row] : model.rowLower[row]) ?? 0)
    for (let entry = model.starts[row] ?? 0; entry < (model.starts[row + 1] ?? 0); entry += 1) {
      const column = model.indices[entry] ?? 0
      left[column] = (left[column] ?? 0n) - multiplier * BigInt(model.values[entry] ?? 0)
    }
  }
  return left.reduce(
    (sum, value, column) => (value > 0n ? sum + value * BigInt(model.upper[column] ?? 0) : sum),
    bound,
  )
}

/** The largest whole number not above a count of units. */
const floorOf = (units: bigint): number =>
  Number(units >= 0n ? units / WHOLE : -((-units + WHOLE - 1n) / WHOLE))

/**
 * What no solution of the programme passes, in exact whole numbers (weak duality): for any multipliers y of the rows,
 * c x = y A x + (c - y A) x, and both terms are bounded. The solver's word is not needed for it, only its multipliers as
 * a hint, whichever sign it gives them. Costs, bounds and entries are whole, so a whole solution stays at or below.
 */
export function provenMost(model: LinearModel, hint: readonly number[]): number {
  const multipliers = model.rowLower.map((_, row) => wholeOf(hint[row] ?? 0))
  const turned = multipliers.map((multiplier) => -multiplier)
  return Math.min(floorOf(boundWith(model, multipliers)), floorOf(boundWith(model, turned)))
}

/**
 * The programme in which every row may be missed at a price of one: it always has a solution, and its best value is 0
 * exactly when the programme itself has one. A proven value below 0 proves that it has none (Farkas).
 */
export function elastic(model: LinearModel): LinearModel {
  const [indices, values, starts]: [number[], number[], number[]] = [[], [], [0]]
  const upper = [...model.upper]
  const reach = model.rowLower.map(() => 0)
  for (const [row] of model.rowLower.entries()) {
    for (let entry = model.starts[row] ?? 0; entry < (model.starts[row + 1] ?? 0); entry += 1) {
      const [column, value] = [model.indices[entry] ?? 0, model.values[entry] ?? 0]
      indices.push(column)
      values.push(value)
      reach[row] = (reach[row] ?? 0) + Math.abs(value) * (model.upper[column] ?? 0)
    }
    const [low, high] = [model.rowLower[row] ?? 0, model.rowUpper[row] ?? 0]
    for (const [bound, sign] of [
      [low, 1],
      [high, -1],
    ] as const) {
      if (!Number.isFinite(bound)) continue
      indices.push(upper.length)
      values.push(sign)
      upper.push(Math.abs(bound) + (reach[row] ?? 0))
    }
    starts.push(indices.length)
  }
  const cost = upper.map((_, column) => (column < model.upper.length ? 0 : -1))
  return { ...model, cost, upper, starts, indices, values, integral: false }
}
