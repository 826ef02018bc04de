import { incompleteBeta, lowerGamma, upperGamma } from './gamma.ts'

/** P(Z > z) of the standard normal, exact far into the tail. */
export const normalUpper = (z: number): number =>
  z >= 0 ? upperGamma(0.5, (z * z) / 2) / 2 : (1 + lowerGamma(0.5, (z * z) / 2)) / 2

/** Φ(z). */
export const normalCdf = (z: number): number => normalUpper(-z)

/** P(X > x) of chi-square with `df` degrees of freedom. */
export const chiSquareUpper = (x: number, df: number): number => upperGamma(df / 2, x / 2)

/** P(F > f) with `d1` and `d2` degrees of freedom, which may be fractions. */
export function fUpper(f: number, d1: number, d2: number): number {
  if (f <= 0) return 1
  if (f === Infinity) return 0
  const total = d2 + d1 * f
  return incompleteBeta(d2 / 2, d1 / 2, d2 / total, (d1 * f) / total)
}

/** P(F <= f). */
export function fCdf(f: number, d1: number, d2: number): number {
  if (f <= 0) return 0
  if (f === Infinity) return 1
  const total = d2 + d1 * f
  return incompleteBeta(d1 / 2, d2 / 2, (d1 * f) / total, d2 / total)
}

/** P(T > t) of Student's t. */
export const studentUpper = (t: number, df: number): number =>
  t >= 0 ? fUpper(t * t, 1, df) / 2 : 1 - fUpper(t * t, 1, df) / 2

/** Where a falling function of ln x passes a value: bisection down to the last bit of ln x. */
function whereFalling(value: number, of: (x: number) => number): number {
  let [low, high] = [-745, 709]
  for (let step = 0; step < 200 && high > low; step += 1) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (of(Math.exp(middle)) > value) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

/** The f with P(F <= f) = p, for 0 < p < 1; the smaller tail is the one inverted. */
export function fQuantile(p: number, d1: number, d2: number): number {
  return p > 0.5 ? whereFalling(1 - p, (f) => fUpper(f, d1, d2)) : whereFalling(-p, (f) => -fCdf(f, d1, d2))
}

/** The t with P(T > t) = `upper`, for 0 < upper < 1. */
export function studentUpperQuantile(upper: number, df: number): number {
  if (upper === 0.5) return 0
  const tail = Math.min(upper, 1 - upper)
  const t = Math.sqrt(whereFalling(2 * tail, (f) => fUpper(f, 1, df)))
  return upper < 0.5 ? t : -t
}

/** The z with Φ(z) = p, for 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0
  const z = whereFalling(Math.min(p, 1 - p), normalUpper)
  return p > 0.5 ? z : -z
}
