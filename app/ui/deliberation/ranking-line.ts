import type { Localized } from '#app/domain/kernel/localized.ts'

export type Line = {
  readonly nominationId: string
  readonly title: Localized
  readonly administration: Localized
  readonly rank: number | null
  readonly display: string
  readonly decidedBy: string | null
  readonly tied: boolean
  readonly finalist: boolean
  readonly sheets: number
  readonly spread: readonly string[]
}
type Estimate = { readonly value: number; readonly low: number; readonly high: number }
export type Figures = {
  readonly official: Estimate | null
  readonly adjusted: { readonly value: number; readonly se: number; readonly changesSide: boolean } | null
  readonly chance: { readonly probability: number; readonly class: 'clear' | 'open' | 'out' } | null
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

/** The printed axis: whole tens from under everything shown up to the top of the scale. */
export function axisOf(
  lines: readonly Line[],
  figures: Readonly<Record<string, Figures>>,
): readonly [low: number, high: number] {
  const shown = lines.flatMap((line) => [
    ...line.spread.map(eyeValue),
    ...(line.display === '' ? [] : [eyeValue(line.display)]),
    ...(figures[line.nominationId]?.official ? [figures[line.nominationId]?.official?.low ?? 100] : []),
  ])
  const low = Math.max(0, Math.min(90, Math.floor(Math.min(100, ...shown) / 10) * 10))
  return [low, 100]
}

export const tensOf = ([low, high]: readonly [number, number]): readonly number[] =>
  Array.from({ length: Math.round((high - low) / 10) + 1 }, (_, step) => low + step * 10)
