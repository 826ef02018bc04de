import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { at, chosenLoads, scoreAt, total } from './instance.ts'
import type { Instance, Plan } from './instance.ts'

/** What a plan is worth, fixed pairs included: the sum of all scores, and the smallest sum of one nomination. */
export type Worth = { readonly sum: number; readonly smallest: number }

export const rowWorth = (instance: Instance, plan: Plan, row: number): number =>
  at(instance.base, row, 0) + total(at(plan, row, []).map((column) => scoreAt(instance, row, column) ?? 0))

export function worthOf(instance: Instance, plan: Plan): Worth {
  const rows = instance.score.map((_, row) => rowWorth(instance, plan, row))
  return { sum: total(rows), smallest: rows.length === 0 ? 0 : rows.reduce((a, b) => Math.min(a, b)) }
}

/** The first constraint that a plan breaks, or null: everything is counted again, whoever made the plan. */
export function brokenConstraint(instance: Instance, plan: Plan): string | null {
  if (plan.length !== instance.score.length) return 'rows'
  for (const [row, columns] of plan.entries()) {
    if (columns.length !== instance.wanted[row] || new Set(columns).size !== columns.length) return 'readers'
    if (columns.some((column) => scoreAt(instance, row, column) === null)) return 'excluded'
    for (const rule of instance.rules) {
      const count = columns.filter((column) => rule.columns.includes(column)).length
      if (count < at(rule.least, row, 0) || count > at(rule.most, row, 0)) return rule.kind
    }
  }
  const loads = chosenLoads(instance, plan)
  return loads.some(
    (load, column) => load < at(instance.least, column, 0) || load > at(instance.most, column, 0),
  )
    ? 'load'
    : null
}

/** A binary that is farther from an integer than this was not decided by the solver. */
const OFF = 1e-5

/**
 * Reads a plan out of a solver's values, one per cell: rounds, checks every constraint again and recomputes the worth
 * in integers (section 5.4 of the scoring rules). Refused as `solver-off`: a value off an integer, a broken
 * constraint, or a worth below what the solver claims.
 */
export function planFromSolver(
  instance: Instance,
  cells: readonly (readonly [number, number])[],
  values: readonly number[],
  claimed: { readonly floor: number },
): Result<{ readonly plan: Plan; readonly worth: Worth }, 'solver-off'> {
  const plan: number[][] = instance.score.map(() => [])
  for (const [index, [row, column]] of cells.entries()) {
    const value = values[index]
    if (value === undefined || !(Math.abs(value - Math.round(value)) <= OFF))
      return refuse('solver-off', { broken: 'integer', value: value ?? '' })
    if (Math.round(value) === 1) plan[row]?.push(column)
    else if (Math.round(value) !== 0) return refuse('solver-off', { broken: 'integer', value })
  }
  const broken = brokenConstraint(instance, plan)
  if (broken !== null) return refuse('solver-off', { broken })
  const worth = worthOf(instance, plan)
  return worth.smallest < claimed.floor
    ? refuse('solver-off', { broken: 'objective', value: worth.smallest })
    : ok({ plan, worth })
}
