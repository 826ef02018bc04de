/** Exact fractions as [numerator, denominator > 0], not reduced: the second implementation shares no code with the first. */
export type Fraction = readonly [bigint, bigint]

const positive = ([n, d]: Fraction): Fraction => (d < 0n ? [-n, -d] : [n, d])

/** Decimal text or p/q. Throws with the text, which the caller turns into a failed check. */
export function fraction(text: string): Fraction {
  const [left = '', right] = text.split('/')
  if (right !== undefined) {
    if (!/^[+-]?\d+$/.test(left) || !/^\d+$/.test(right) || BigInt(right) === 0n)
      throw new Error(`not a number: ${text}`)
    return [BigInt(left), BigInt(right)]
  }
  const [whole = '', decimals = ''] = left.split('.')
  if (!/^[+-]?\d+$/.test(whole) || !/^\d*$/.test(decimals) || left.endsWith('.'))
    throw new Error(`not a number: ${text}`)
  const scale = 10n ** BigInt(decimals.length)
  const size = BigInt(whole.replace(/^[+-]/, '')) * scale + BigInt(decimals === '' ? '0' : decimals)
  return [whole.startsWith('-') ? -size : size, scale]
}

export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d]
export const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => positive([a * d, b * c])
export const whole = (value: number): Fraction => [BigInt(value), 1n]
export const total = (values: readonly Fraction[]): Fraction => values.reduce(plus, [0n, 1n])
export const average = (values: readonly Fraction[]): Fraction => over(total(values), whole(values.length))

/** Negative, zero or positive, as a - b. */
export function order(a: Fraction, b: Fraction): number {
  const difference = a[0] * b[1] - b[0] * a[1]
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

/** The smallest integer not below the value. */
export function upward([n, d]: Fraction): number {
  let quotient = n / d
  while (quotient * d < n) quotient += 1n
  return Number(quotient)
}

/** Text of p/q in lowest terms. */
export function exact([n, d]: Fraction): string {
  let [a, b] = [n < 0n ? -n : n, d]
  while (b !== 0n) [a, b] = [b, a % b]
  const divisor = a === 0n ? 1n : a
  return d / divisor === 1n ? `${n / divisor}` : `${n / divisor}/${d / divisor}`
}

/** Fixed decimals, half away from zero. */
export function rounded([n, d]: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const absolute = n < 0n ? -n : n
  let units = (absolute * scale) / d
  if (2n * (absolute * scale - units * d) >= d) units += 1n
  const text = units.toString().padStart(decimals + 1, '0')
  const shown =
    decimals === 0 ? text : `${text.slice(0, text.length - decimals)}.${text.slice(text.length - decimals)}`
  return n < 0n && units !== 0n ? `-${shown}` : shown
}
