import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsAbove, cutsAbove } from '#app/domain/jury/floor-cuts.ts'
import { instanceFrom } from './instance-build.ts'

describe('what a floor excludes', () => {
  it('is never part of a row that reaches it', () => {
    const score = fc.constantFrom(200, 500, 600, 800, 1000)
    const row = fc.array(score, { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(row, fc.integer({ min: 1, max: 30 }), (scores, hundreds) => {
        const floor = hundreds * 100
        const instance = instanceFrom([scores], { readers: 3 })
        const cells = cellsAbove(instance, floor)
        const cuts = cutsAbove(instance, cells, floor)
        const indexOf = (column: number) => cells.findIndex(([, other]) => other === column)
        for (let mask = 0; mask < 32; mask += 1) {
          const chosen = [0, 1, 2, 3, 4].filter((column) => mask & (1 << column))
          const sum = chosen.reduce((all, column) => all + (scores[column] ?? 0), 0)
          if (chosen.length !== 3 || sum < floor) continue
          const indices = chosen.map(indexOf)
          expect(indices).not.toContain(-1)
          for (const { entries, most } of cuts) {
            const times = entries
              .filter(([index]) => indices.includes(index))
              .reduce((all, [, one]) => all + one, 0)
            expect(times).toBeLessThanOrEqual(most)
          }
        }
      }),
    )
  })

  it('is every juror who falls short by more than there is room', () => {
    const instance = instanceFrom([[1000, 800, 500]], { readers: 2 })
    expect(cellsAbove(instance, 1700)).toEqual([
      [0, 0],
      [0, 1],
    ])
    expect(cutsAbove(instance, cellsAbove(instance, 1700), 1700)).toEqual([{ entries: [[1, 1]], most: 1 }])
  })
})
