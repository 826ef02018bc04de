import { integer, ratio } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'

export type RoundingMode = 'half_up' | 'half_even' | 'half_down' | 'floor' | 'ceil' | 'down' | 'up'

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** The units of the last place: `floor` and `ceil` by value, the others by magnitude, `half_up` away from zero. */
function unitsOf(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const [size, sign] = [magnitude(numerator), numerator < 0n ? -1n : 1n]
  const [whole, rest] = [size / denominator, size % denominator]
  const twice = 2n * rest
  const away: Record<RoundingMode, boolean> = {
    half_up: twice >= denominator,
    half_down: twice > denominator,
    half_even: twice > denominator || (twice === denominator && whole % 2n === 1n),
    floor: rest > 0n && sign < 0n,
    ceil: rest > 0n && sign > 0n,
    down: false,
    up: rest > 0n,
  }
  return sign * (away[mode] ? whole + 1n : whole)
}

/** A rounding step that is part of a rule: the value itself at so many decimals (section 1.8 of the scoring rules). */
export function roundTo({ p, q }: Rational, decimals: number, mode: RoundingMode): Rational {
  const scale = 10n ** BigInt(decimals)
  const rounded = ratio(unitsOf(p * scale, q, mode), scale)
  return rounded.ok ? rounded.value : integer(0n)
}
