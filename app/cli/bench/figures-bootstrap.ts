import { quotient } from '#app/domain/statistics/exact.ts'
import { randomFrom } from '#app/domain/statistics/random.ts'
import { winningSet } from '#app/domain/statistics/winning-set.ts'
import { tellFigure } from './figure-line.ts'

/** The exact bootstrap of 11 jurors over 30 nominations, 352 716 panels: under ten seconds. */
export function figuresOfBootstrap(): boolean {
  const random = randomFrom(2)
  const table = Array.from({ length: 30 }, () =>
    Array.from({ length: 11 }, () => quotient(BigInt(random.below(41)), 4n)),
  )
  return tellFigure({ id: 'F3', what: 'exact bootstrap of 11 x 30', target: 'under 10 s', most: 10 }, () => {
    const result = winningSet(table, 3, 1)
    if (!result.ok) throw new Error(result.reason)
    return { resamples: result.value.resamples }
  })
}
