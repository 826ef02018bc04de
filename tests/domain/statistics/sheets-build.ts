import fc from 'fast-check'
import { designOf } from '#app/domain/statistics/design.ts'
import type { Design, Observation } from '#app/domain/statistics/design.ts'
import { randomFrom, shuffled } from '#app/domain/statistics/random.ts'

export const sheet = (nomination: string, juror: string, value: number): Observation => ({
  nomination,
  juror,
  value,
})

export function designFor(sheets: readonly Observation[]): Design {
  const design = designOf(sheets)
  if (!design.ok) throw new Error(design.reason)
  return design.value
}

export type Panel = {
  readonly nominations: number
  readonly jurors: number
  /** Jurors per nomination, drawn anew for each. */
  readonly each: number
  readonly seed: number
  readonly severity?: number
  readonly error?: number
  readonly spread?: number
}

/** Sheets drawn from the additive model, points around 60. */
export function drawnSheets(panel: Panel): readonly Observation[] {
  const { nominations, jurors, each, seed, severity = 4, error = 5, spread = 8 } = panel
  const random = randomFrom(seed)
  const effects = Array.from({ length: jurors }, () => severity * random.normal())
  return Array.from({ length: nominations }, (_, i) => {
    const worth = 60 + spread * random.normal()
    return [...shuffled(jurors, random).slice(0, each)].map((j) => {
      const value = worth + (effects[j] ?? 0) + error * random.normal()
      return sheet(`N${i}`, `J${j}`, Math.round(4 * value) / 4)
    })
  }).flat()
}

/** A small complete or incomplete panel of half points, every nomination with at least two sheets. */
export const someSheets: fc.Arbitrary<readonly Observation[]> = fc
  .record({
    nominations: fc.integer({ min: 3, max: 8 }),
    jurors: fc.integer({ min: 3, max: 6 }),
    each: fc.integer({ min: 2, max: 3 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(drawnSheets)
