import { numberText } from '#app/domain/campaign/weights.ts'
import { toDecimal } from '#app/domain/kernel/rational-display.ts'
import { integer, multiply, parseRational, type Rational, toText, ZERO } from '#app/domain/kernel/rational.ts'

/** A share of weight: percent as shown, at most two decimals, and the exact share `p/q`. */
export type Share = { readonly percent: string; readonly exact: string }

const DECIMALS = 2

export function shareOf(value: Rational): Share {
  const shown = parseRational(toDecimal(multiply(value, integer(100)), DECIMALS))
  return { percent: numberText(shown.ok ? shown.value : ZERO), exact: toText(value) }
}
