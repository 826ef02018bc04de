import type { Localized } from '#app/domain/kernel/localized.ts'

export type Line = {
  readonly nominationId: string
  readonly title: Localized
  readonly administration: Localized
  readonly rank: number | null
  readonly display: string
  readonly rounds: { readonly first: string; readonly second: string } | null
  readonly decidedBy: string | null
  readonly decidedOn: Localized | null
  readonly unranked:
    | { readonly kind: 'quorum'; readonly sheets: number; readonly quorum: number }
    | { readonly kind: 'threshold'; readonly below: readonly (Localized | null)[] }
    | null
  readonly tied: boolean
  readonly finalist: boolean
  readonly sheets: number
  readonly spread: readonly string[]
}
type Estimate = { readonly value: number; readonly low: number; readonly high: number }
export type ExpectedRank = {
  readonly rank: number
  readonly percentile: number
  readonly low: number
  readonly high: number
}
export type Figures = {
  readonly official: Estimate | null
  readonly adjusted: { readonly value: number; readonly se: number; readonly changesSide: boolean } | null
  readonly chance: { readonly probability: number; readonly class: 'clear' | 'open' | 'out' } | null
  readonly expected?: ExpectedRank | null
  readonly best: number
  readonly worst: number
  readonly wide: boolean
}
export type Threshold = { readonly type: string; readonly label: Localized; readonly at: number }

/** For the eye only: the exact text stands beside the plot. */
export const eyeValue = (text: string): number => {
  const [p = '0', q = '1'] = text.split('/')
  return Number(p) / Number(q)
}

/** Where scores lie, and how many decimals tell two of them apart to the eye. */
export type Scale = readonly [low: number, high: number]
export const placesOn = ([low, high]: Scale): number => (high - low > 20 ? 1 : high - low > 2 ? 2 : 3)

const TENTHS = 10

/** The printed axis: whole tenths of the scale from under everything shown up to its top. */
export function axisOf(
  lines: readonly Line[],
  figures: Readonly<Record<string, Figures>>,
  [bottom, top]: Scale,
): Scale {
  const tenth = (top - bottom) / TENTHS
  const shown = lines.flatMap((line) => [
    ...line.spread.map(eyeValue),
    ...(line.display === '' ? [] : [eyeValue(line.display)]),
    ...(figures[line.nominationId]?.official ? [figures[line.nominationId]?.official?.low ?? top] : []),
  ])
  const under = Math.floor((Math.min(top, ...shown) - bottom) / tenth)
  return [bottom + Math.max(0, Math.min(TENTHS - 1, under)) * tenth, top]
}

/** The lines of the axis, a tenth of the whole scale apart. */
export const tensOf = ([low, high]: Scale, [bottom, top]: Scale): readonly number[] => {
  const tenth = (top - bottom) / TENTHS
  return Array.from({ length: Math.round((high - low) / tenth) + 1 }, (_, step) => low + step * tenth)
}
