import { add, compare, isWhole, parseRational, subtract, divide, toText, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** A scale of equal steps, each number decimal text or `p/q` (section 1.1 of the scoring rules). */
export type Grid = { readonly min: string; readonly max: string; readonly step: string }
export type GridLevel = { readonly level: number; readonly points: string }

/** A scale of more steps is no help to anybody who judges. */
const MOST_STEPS = 200n

type Parsed = { readonly min: Rational; readonly step: Rational; readonly steps: bigint }
function parsed({ min: low, max: high, step: by }: Grid): Parsed | null {
  const [min, max, step] = [parseRational(low), parseRational(high), parseRational(by)]
  if (!min.ok || !max.ok || !step.ok || compare(step.value, ZERO) <= 0) return null
  const steps = divide(subtract(max.value, min.value), step.value)
  if (!steps.ok || !isWhole(steps.value) || steps.value.p < 1n || steps.value.p > MOST_STEPS) return null
  return { min: min.value, step: step.value, steps: steps.value.p }
}

/**
 * The levels of a grid, lowest first, numbered from 0. Refused: a step that is not positive or does not lead from `min`
 * to `max`, more than 200 steps, a number that is none (`grid-malformed`).
 */
export function gridLevels(grid: Grid): Result<readonly GridLevel[], 'grid-malformed'> {
  const scale = parsed(grid)
  if (scale === null) return refuse('grid-malformed', { ...grid })
  const levels: GridLevel[] = []
  for (let points = scale.min; BigInt(levels.length) <= scale.steps; points = add(points, scale.step))
    levels.push({ level: levels.length, points: toText(points) })
  return ok(levels)
}

/**
 * The level of typed points. Refused: anything but an exact multiple of the step above the lowest, up to the highest
 * (`off-grid`): nothing is rounded to the next level.
 */
export function levelOnGrid(grid: Grid, typed: string): Result<number, 'grid-malformed' | 'off-grid'> {
  const levels = gridLevels(grid)
  if (!levels.ok) return levels
  const points = parseRational(typed.trim())
  const found = points.ok && levels.value.find((one) => one.points === toText(points.value))
  return found ? ok(found.level) : refuse('off-grid', { ...grid })
}
