import { expect, it } from 'vitest'
import { officialFigures } from '#app/cli/bench/figures-official.ts'

it('measures the official result of every nomination it makes up', () => {
  const figures = officialFigures(40)
  expect(figures).toMatchObject({ nominations: 40, ranked: 40, sheets: 5, criteria: 7, rule: 'trimmed' })
  expect(officialFigures(40).ties).toBe(figures.ties)
})
