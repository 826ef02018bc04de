import { expect, it } from 'vitest'
import { madeUp, officialFigures } from '#app/cli/bench/figures-official.ts'

it('measures the official result of every nomination that it makes up, the same at each run', () => {
  expect(officialFigures(madeUp(40))).toMatchObject({
    ...{ nominations: 40, ranked: 40, sheets: 5, criteria: 7, rule: 'trimmed' },
  })
  expect(madeUp(40)).toEqual(madeUp(40))
})
