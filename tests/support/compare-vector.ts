import { isEqual, parseRational } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'

export type Tolerance =
  | { readonly type: 'exact' }
  | { readonly type: 'numeric'; readonly abs: number; readonly rel: number }
  | { readonly type: 'exact-or-monte-carlo' }

type Place = {
  readonly path: string
  readonly key: string
  readonly tolerance: Tolerance
  readonly draws: number
}

/** Doubles inside an exact vector (section 8 of the scoring rules). */
const DOUBLE_FIELDS = new Set(['se', 'sd', 'decimal'])
const DOUBLE_RELATIVE = 1e-9
const isInformative = (key: string): boolean => key === 'note' || key.startsWith('naive_')
const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function rationalOf(value: unknown): Rational | null {
  const parsed = parseRational(`${value as string}`)
  return parsed.ok ? parsed.value : null
}
const doubleOf = (value: unknown): number => {
  const exact = typeof value === 'string' ? rationalOf(value) : null
  return exact ? Number(exact.p) / Number(exact.q) : Number(value)
}
/** An exact answer in text (`3/2`) is as close as its double. */
function isClose(expected: number, actual: unknown, abs: number, rel: number): boolean {
  if (typeof actual !== 'number' && typeof actual !== 'string') return false
  return Math.abs(doubleOf(actual) - expected) <= Math.max(abs, rel * Math.abs(expected))
}

/** |p̂ - p| <= 4 √(p(1 - p)/B) for B draws. */
function isDrawn(expected: unknown, actual: unknown, draws: number): boolean {
  const p = doubleOf(expected)
  return isClose(p, actual, 4 * Math.sqrt((p * (1 - p)) / draws), 0)
}

function isSame(expected: unknown, actual: unknown, place: Place): boolean {
  const { key, path, tolerance, draws } = place
  if (expected === null || typeof expected === 'boolean') return (actual ?? null) === expected
  if (draws > 0) return path === '/resamples' || isDrawn(expected, actual, draws)
  if (typeof expected === 'number' && tolerance.type === 'numeric')
    return isClose(expected, actual, tolerance.abs, tolerance.rel)
  if (typeof expected === 'number' && DOUBLE_FIELDS.has(key))
    return isClose(expected, actual, 0, DOUBLE_RELATIVE)
  if (path.includes('/display')) return actual === expected
  if (typeof actual !== 'string' && typeof actual !== 'number') return false
  const [left, right] = [rationalOf(expected), rationalOf(actual)]
  return left && right ? isEqual(left, right) : actual === expected
}

function* walk(expected: unknown, actual: unknown, place: Place): Generator<string> {
  if (!isTree(expected)) {
    if (!isSame(expected, actual, place))
      yield `${place.path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`
    return
  }
  if (!isTree(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    yield `${place.path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`
    return
  }
  const keys = Object.keys(expected).filter((key) => !isInformative(key))
  for (const key of keys) {
    // Values of a list or of a table by name answer to the name of the field that holds them.
    const field = DOUBLE_FIELDS.has(place.key) ? place.key : key
    yield* walk(expected[key], actual[key], { ...place, path: `${place.path}/${key}`, key: field })
  }
  // A figure more at the top is no fault; a member more in a list or a table is one.
  if (place.path === '') return
  for (const key of Object.keys(actual))
    if (!(key in expected)) yield `${place.path}/${key}: not expected, got ${JSON.stringify(actual[key])}`
}

/**
 * Where an answer leaves a reference vector, by the tolerance types of section 8 of the scoring rules: one line a
 * difference, none when it agrees. An answer by simulation says its number of `draws`; only a vector of type
 * exact-or-monte-carlo accepts one.
 */
export function differences(expected: unknown, actual: unknown, tolerance: Tolerance): readonly string[] {
  const said = isTree(actual) ? actual['draws'] : undefined
  const draws = tolerance.type === 'exact-or-monte-carlo' && typeof said === 'number' ? said : 0
  return [...walk(expected, actual, { path: '', key: '', tolerance, draws })]
}
