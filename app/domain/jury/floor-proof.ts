import { obstruction } from './blocking.ts'
import { elastic, provenMost } from './certificate.ts'
import type { Cells, Instance, RowRule } from './instance.ts'
import { bestSumPlan } from './instance-flow.ts'
import type { LinearModel } from './linear-model.ts'
import { asking } from './proposal-steps.ts'
import type { Steps } from './proposal-steps.ts'

/** Rules of which no two lie over one column, as many as fit after each in turn. */
const apart = (rules: readonly RowRule[]): readonly (readonly RowRule[])[] =>
  rules.map((first) =>
    rules.reduce<RowRule[]>(
      (kept, rule) =>
        rule === first || kept.some((one) => one.columns.some((column) => rule.columns.includes(column)))
          ? kept
          : [...kept, rule],
      [first],
    ),
  )

/**
 * Whether no plan exists, proven without a solver: by a count that shows which nominations stand in each other's way,
 * or by the own flow over some of the rules that make a network. What already has no plan has none under more rules.
 */
const isBlocked = (instance: Instance): boolean =>
  obstruction(instance) !== null ||
  [[], ...apart(instance.rules)].some((rules) => bestSumPlan({ ...instance, rules }) === null)

/** The instance with only these cells left. */
function onlyOver(instance: Instance, cells: Cells): Instance {
  const kept = new Set(cells.map(([row, column]) => row * instance.most.length + column))
  return {
    ...instance,
    score: instance.score.map((scores, row) =>
      scores.map((score, column) => (kept.has(row * instance.most.length + column) ? score : null)),
    ),
  }
}

/** The programme with one of its columns settled at 0 or at 1. */
function settled(model: LinearModel, column: number, value: 0 | 1): LinearModel {
  const upper = model.upper.map((most, at) => (at === column ? 0 : most))
  if (value === 0) return { ...model, upper }
  const taken = model.rowLower.map((_, row) => {
    const entries = model.indices.slice(model.starts[row], model.starts[row + 1])
    const found = entries.indexOf(column)
    return found < 0 ? 0 : (model.values[(model.starts[row] ?? 0) + found] ?? 0)
  })
  const less = (bounds: readonly number[]) => bounds.map((bound, row) => bound - (taken[row] ?? 0))
  return { ...model, upper, rowLower: less(model.rowLower), rowUpper: less(model.rowUpper) }
}

/** The programme of which only what is worth more than `reached` is left. */
function worthMore(model: LinearModel, reached: number): LinearModel {
  const entries = [...model.cost.entries()].filter(([, cost]) => cost !== 0)
  return {
    ...model,
    rowLower: [...model.rowLower, reached + 1],
    rowUpper: [...model.rowUpper, Number.POSITIVE_INFINITY],
    starts: [...model.starts, (model.starts.at(-1) ?? 0) + entries.length],
    indices: [...model.indices, ...entries.map(([column]) => column)],
    values: [...model.values, ...entries.map(([, cost]) => cost)],
  }
}

/** The column farthest from a whole number, or null when all are whole: then there is nothing to part. */
function mostFractional(model: LinearModel, values: readonly number[]): number | null {
  let [chosen, distance]: [number | null, number] = [null, 1e-6]
  for (const [column] of model.upper.entries()) {
    const value = values[column] ?? 0
    const away = Math.abs(value - Math.round(value))
    if (away > distance) [chosen, distance] = [column, away]
  }
  return chosen
}

/** Cases that one proof may fall into; beyond them the claim stays a claim. */
const MOST_CASES = 64

/**
 * Whether it is proven that a programme over these cells has no whole solution: by the own flow, else case by case.
 * The solver is asked for multipliers as a hint and never believed.
 */
export function* isProvenEmpty(
  instance: Instance,
  cells: Cells,
  model: LinearModel,
  seconds: number,
): Steps<boolean> {
  return isBlocked(onlyOver(instance, cells)) || (yield* isContradicted(model, MOST_CASES, seconds))
}

/** Cells of all cases together that the proof of a sum may look at: of a large jury its linear bound alone is taken. */
const MOST_CELLS = 40_000

/** Whether it is proven that no whole solution of a programme has a value above `reached`. */
export function* isProvenMost(model: LinearModel, reached: number, seconds: number): Steps<boolean> {
  const cases = Math.min(MOST_CASES, Math.floor(MOST_CELLS / Math.max(1, model.upper.length)))
  return yield* isContradicted(worthMore(model, reached), cases, seconds)
}

/**
 * Whether multipliers contradict the rows of a programme in exact whole numbers, where needed case by case (a cell
 * taken, the same cell not taken), within so many cases.
 */
function* isContradicted(model: LinearModel, most: number, seconds: number): Steps<boolean> {
  const open = [model]
  for (let cases = 0; open.length > 0; cases += 1) {
    const next = open.pop()
    if (next === undefined || cases >= most) return false
    const stretched = elastic(next)
    const answer = yield asking('bound', stretched, { seconds })
    if (answer.status !== 'optimal') return false
    if (provenMost(stretched, answer.duals ?? []) < 0) continue
    const column = mostFractional(next, answer.values)
    if (column === null) return false
    open.push(settled(next, column, 0), settled(next, column, 1))
  }
  return true
}
