/** A decimal text such as `12.5` as a whole number of units of 10^-places; null when it is no such text. */
export function decimalUnits(text: string, places: number): bigint | null {
  const parts = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text)
  if (parts === null) return null
  const fraction = parts[2] ?? ''
  if (fraction.length > places) return null
  return BigInt((parts[1] ?? '0') + fraction.padEnd(places, '0'))
}

const PLACES = 9
const ONE = 10n ** BigInt(PLACES)

const decimalText = (units: bigint): string => {
  const fraction = (units % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '')
  return `${units / ONE}${fraction === '' ? '' : `.${fraction}`}`
}

/**
 * The exact sum of weights written as decimal text (scoring.md section 1.1: they weigh 100 together), without
 * any double: `0.1` and `0.2` make `0.3`. `sum` is null when one of them is no positive decimal text.
 */
export function weightSum(weights: readonly string[]): {
  readonly sum: string | null
  readonly isHundred: boolean
} {
  const units = weights.map((weight) => decimalUnits(weight, PLACES))
  if (units.some((unit) => unit === null || unit === 0n)) return { sum: null, isHundred: false }
  const total = units.reduce<bigint>((sum, unit) => sum + (unit ?? 0n), 0n)
  return { sum: decimalText(total), isHundred: total === 100n * ONE }
}

/** Compares two decimal texts exactly; null when one is unreadable. */
export function compareDecimals(a: string, b: string): number | null {
  const left = decimalUnits(a, PLACES)
  const right = decimalUnits(b, PLACES)
  if (left === null || right === null) return null
  return left < right ? -1 : left > right ? 1 : 0
}

/** A share `p/q` with 0 < p/q <= 1, or the decimal text `1`. */
export function isShare(text: string): boolean {
  const parts = /^(\d{1,6})\/(\d{1,6})$/.exec(text)
  if (parts === null) return text === '1'
  const [p, q] = [BigInt(parts[1] ?? '0'), BigInt(parts[2] ?? '0')]
  return p > 0n && q > 0n && p <= q
}
