import { decimalUnits, weightSum } from './weights.ts'
import type { Criterion } from './regulation.ts'

export type WeightAdvice = {
  readonly sum: string
  /** What is missing to 100, or too much: decimal text without sign. */
  readonly difference: string
  readonly side: 'missing' | 'too-much'
  /** The criterion to change, and from which weight to which; null when no single one can absorb the difference. */
  readonly change: { readonly code: string; readonly from: string; readonly to: string } | null
}

const PLACES = 9
const ONE = 10n ** BigInt(PLACES)
const units = (text: string): bigint => decimalUnits(text, PLACES) ?? 0n
const text = (value: bigint): string => {
  const fraction = (value % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '')
  return `${value / ONE}${fraction === '' ? '' : `.${fraction}`}`
}

/**
 * What to change so that weights make exactly 100: the heaviest criterion absorbs the difference, because it is the
 * one whose share moves least. Null when they already do, or when one of them is no positive number (its own field
 * says so).
 */
export function weightAdvice(criteria: readonly Pick<Criterion, 'code' | 'weight'>[]): WeightAdvice | null {
  const { sum, isHundred } = weightSum(criteria.map(({ weight }) => weight))
  if (sum === null || isHundred) return null
  const gap = 100n * ONE - units(sum)
  const [heaviest] = [...criteria].sort((a, b) => {
    const by = units(b.weight) - units(a.weight)
    return by > 0n ? 1 : by < 0n ? -1 : 0
  })
  const to = heaviest === undefined ? 0n : units(heaviest.weight) + gap
  return {
    sum,
    difference: text(gap < 0n ? -gap : gap),
    side: gap > 0n ? 'missing' : 'too-much',
    change:
      heaviest === undefined || to <= 0n
        ? null
        : { code: heaviest.code, from: heaviest.weight, to: text(to) },
  }
}
