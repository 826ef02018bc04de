import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designOf } from '#app/domain/statistics/design.ts'
import { randomEffects } from '#app/domain/statistics/random-effects.ts'

type Cell = { readonly isJudged: boolean; readonly extra: number }
/** Worths and severities on a coarse scale, the cells that exist, and how much each departs from their sum. */
const campaign = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([nominations, jurors]) =>
    fc.record({
      worths: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: nominations, maxLength: nominations }),
      severities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: jurors, maxLength: jurors }),
      cells: fc.array(fc.record({ isJudged: fc.boolean(), extra: fc.constantFrom(0, 0, 0, 1) }), {
        minLength: nominations * jurors,
        maxLength: nominations * jurors,
      }),
    }),
  )
const sheetsOf = (worths: readonly number[], severities: readonly number[], cells: readonly Cell[]) =>
  worths.flatMap((worth, i) =>
    severities.flatMap((severity, j) => {
      const cell = cells[i * severities.length + j]
      const value = 10 * worth + 5 * severity + (cell?.extra ?? 0)
      return cell?.isJudged ? [{ nomination: `n${i}`, juror: `j${j}`, value }] : []
    }),
  )

describe('the model with both random, on sheets that hardly differ from worth plus severity', () => {
  it('stays finite: without error there is no finite ratio, and the widest stands', () => {
    fc.assert(
      fc.property(campaign, ({ worths, severities, cells }) => {
        const design = designOf(sheetsOf(worths, severities, cells))
        if (!design.ok) return
        const model = randomEffects(design.value, { jurors: true })
        if (!model.ok) return
        const { mean, varianceOfMean, varianceOfNominations, varianceOfJurors, variance } = model.value
        const variances = [varianceOfMean, varianceOfNominations, varianceOfJurors, variance]
        const figures = [mean, ...variances, ...model.value.nominations, ...model.value.covariance().cells]
        expect(figures.every(Number.isFinite)).toBe(true)
        expect(variances.every((value) => value >= 0)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('puts the worths of an error-free table in their order', () => {
    const all = Array.from({ length: 12 }, () => ({ isJudged: true, extra: 0 }))
    const design = designOf(sheetsOf([0, 3, 1], [0, 1, 2, 1], all))
    const model = design.ok ? randomEffects(design.value, { jurors: true }) : expect.fail(design.reason)
    if (!model.ok) expect.fail(model.reason)
    const [first = 0, second = 0, third = 0] = model.value.nominations
    expect(first < third && third < second).toBe(true)
    expect(second - first).toBeCloseTo(30, 1)
    expect(third - first).toBeCloseTo(10, 1)
  })
})
