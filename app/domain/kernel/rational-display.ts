import { fewer, larger, more } from './count.ts'
import { toText } from './rational.ts'
import type { Rational } from './rational.ts'

/** Beyond this many decimals two unequal values are told apart by their fractions (scoring.md section 1.8). */
export const WIDEST_DECIMALS = 6

/**
 * Decimal text with `decimals` digits and a point, half away from zero; a value that rounds to zero has no sign.
 * The i18n room turns the point into the reader's separator.
 */
export function toDecimal(value: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const magnitude = value.p < 0n ? -value.p : value.p
  const rounded = (2n * magnitude * scale + value.q) / (2n * value.q)
  const digits = rounded.toString().padStart(more(decimals, 1), '0')
  const sign = value.p < 0n && rounded !== 0n ? '-' : ''
  if (decimals === 0) return sign + digits
  const point = fewer(digits.length, decimals)
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** The texts that stand for more than one value at this many decimals. */
function ambiguousTexts(values: readonly Rational[], decimals: number): ReadonlySet<string> {
  const meaning = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const value of values) {
    const shown = toDecimal(value, decimals)
    const exact = toText(value)
    if ((meaning.get(shown) ?? exact) !== exact) ambiguous.add(shown)
    meaning.set(shown, exact)
  }
  return ambiguous
}

/**
 * One text per value, in order: `decimals` digits, widened where two unequal values would look equal, up to six
 * decimals, then the fraction. Equal values always get the same text.
 */
export function displayApart(values: readonly Rational[], decimals: number): readonly string[] {
  const shown: (string | null)[] = values.map(() => null)
  for (let width = decimals; width <= larger(decimals, WIDEST_DECIMALS); width = more(width, 1)) {
    const ambiguous = ambiguousTexts(values, width)
    values.forEach((value, index) => {
      const text = toDecimal(value, width)
      if (shown[index] === null && !ambiguous.has(text)) shown[index] = text
    })
  }
  return values.map((value, index) => shown[index] ?? toText(value))
}
