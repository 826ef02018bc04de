import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tukeyTest } from '#app/domain/statistics/additivity.ts'
import { jurorHalos } from '#app/domain/statistics/halo.ts'
import { jurorModel } from '#app/domain/statistics/juror-model.ts'
import { leastSquares } from '#app/domain/statistics/least-squares.ts'
import { sheetResiduals } from '#app/domain/statistics/outliers.ts'
import { randomFrom } from '#app/domain/statistics/random.ts'
import { designFor, sheet } from './sheets-build.ts'

/** Worth plus severity and nothing else, in thirds, which no double holds; two nominations in three have each juror. */
const additive = (seed: number) => {
  const random = randomFrom(seed)
  const thirds = (count: number) => Array.from({ length: count }, () => random.below(60) / 3)
  const [worths, severities] = [thirds(12), thirds(6)]
  return worths.flatMap((worth, i) =>
    severities.flatMap((severity, j) =>
      random.below(3) > 0 ? [sheet(`N${i}`, `J${j}`, 40 + worth + severity)] : [],
    ),
  )
}
const seeds = fc.integer({ min: 1, max: 1_000_000 })

describe('sheets that are worth plus severity and nothing else', () => {
  it('have no residual, so that none is unusual and nothing speaks against the sum', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const design = designFor(additive(seed))
        expect(leastSquares(design).rss).toBe(0)
        expect(tukeyTest(design)).toBeNull()
        const residuals = sheetResiduals(design)
        if (!residuals.ok) return expect.fail(residuals.reason)
        expect(residuals.value.studentised.every((t) => t === null)).toBe(true)
        expect(residuals.value.flagged).not.toContain(true)
      }),
      { numRuns: 40 },
    )
  })

  it('show no halo: what rounding leaves of a criterion agrees with nothing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const halos = jurorHalos(
          additive(seed).map(({ nomination, juror, value }) => ({
            ...{ nomination, juror },
            points: [value, value + 10 / 3, 0.1],
          })),
        )
        // The two criteria that move move as one; the third, which never moves, has no correlation with either.
        for (const { index } of halos) expect(index === null || index > 1 - 1e-9).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('have one sheet that is measured by none, where all the others fit exactly', () => {
    const rest = [0, 1, 2, 3].flatMap((i) => [0, 1].map((j) => sheet(`N${i}`, `J${j}`, 5 + i / 3 + j / 7)))
    const pair = [sheet('M', 'J0', 9.3), sheet('M', 'J1', 5.5)]
    const residuals = sheetResiduals(designFor([...rest, ...pair]))
    if (!residuals.ok) return expect.fail(residuals.reason)
    expect(residuals.value.studentised.slice(8)).toEqual([null, null])
  })
})

describe('severity that no juror shows twice', () => {
  const marks = [5, 7, 8, 2, 6]
  const alone = marks.map((mark, j) => sheet('A', `J${j}`, mark))
  const apart = marks.flatMap((mark, j) => [sheet('A', `J${j}`, mark), sheet('B', `K${j}`, 10 - mark * 1.5)])

  it.each([
    ['one nomination', alone],
    ['panels without a common juror', apart],
  ])('is not told from error: %s', (_, sheets) => {
    const model = jurorModel(designFor(sheets))
    if (!model.ok) return expect.fail(model.reason)
    expect(model.value).toMatchObject({ theta: 0, varianceOfJurors: 0 })
    expect([...model.value.severity]).toEqual(sheets.map(() => 0))
  })

  it('leaves the whole scatter to the error, and the raw mean its own standard error', () => {
    const model = jurorModel(designFor(alone))
    if (!model.ok) return expect.fail(model.reason)
    expect(model.value.variance).toBeCloseTo(5.3, 12)
    expect(model.value.se[0]).toBeCloseTo(Math.sqrt(5.3 / 5), 12)
  })
})
