import { describe, expect, it } from 'vitest'
import { integer } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { combine } from '#app/domain/scoring/combine.ts'
import { krippendorffAlpha } from '#app/domain/statistics/alpha.ts'
import { bootstrapRows, enumerateRows, enumerateValues } from '#app/domain/statistics/bootstrap.ts'
import { bradleyTerry } from '#app/domain/statistics/bradley-terry.ts'
import { durbin, kendallW } from '#app/domain/statistics/concordance.ts'
import { designOf } from '#app/domain/statistics/design.ts'
import { expectedRanks } from '#app/domain/statistics/expected-rank.ts'
import { criteriaAgreement } from '#app/domain/statistics/halo.ts'
import { intraclass, unbalancedIntraclass } from '#app/domain/statistics/icc.ts'
import { jamesStein } from '#app/domain/statistics/james-stein.ts'
import { jurorModel } from '#app/domain/statistics/juror-model.ts'
import { fleissKappa, weightedKappa } from '#app/domain/statistics/kappa.ts'
import { leastSquares } from '#app/domain/statistics/least-squares.ts'
import { leaveOneOut } from '#app/domain/statistics/leave-one-out.ts'
import { square } from '#app/domain/statistics/numeric/matrix.ts'
import { sheetResiduals } from '#app/domain/statistics/outliers.ts'
import { nominationError } from '#app/domain/statistics/precision.ts'
import { randomEffects } from '#app/domain/statistics/random-effects.ts'
import { weightPath } from '#app/domain/statistics/weight-path.ts'
import { winningSet } from '#app/domain/statistics/winning-set.ts'
import { designFor, sheet } from './sheets-build.ts'

const exact = (table: readonly (readonly (number | null)[])[]): (Rational | null)[][] =>
  table.map((row) => row.map((value) => (value === null ? null : integer(value))))
const mean = (values: readonly Rational[]) => combine('mean', values)
const refused = (reason: string) => ({ ok: false, reason })

describe('without a sheet, or with all recused', () => {
  it('refuses a design', () => {
    expect(designOf([])).toMatchObject(refused('no-sheets'))
    expect(designOf([sheet('A', 'x', Number.NaN)])).toMatchObject(refused('score-not-finite'))
  })

  it('gives no agreement, and refuses what needs sheets', () => {
    const empty = exact([
      [null, null],
      [null, null],
    ])
    expect(krippendorffAlpha(empty, 'interval')).toEqual({
      exact: null,
      alpha: null,
      observed: null,
      expected: null,
      pairable: 0,
    })
    expect(winningSet(empty, 1, 1)).toMatchObject(refused('incomplete-panel'))
    expect(winningSet([], 1, 1)).toMatchObject(refused('no-jurors'))
    expect(
      intraclass([
        [null, null],
        [null, null],
      ]),
    ).toMatchObject(refused('incomplete'))
    expect(unbalancedIntraclass([[null], [null]])).toMatchObject(refused('one-nomination'))
    expect(kendallW(empty)).toMatchObject(refused('incomplete'))
    expect(durbin(empty)).toMatchObject(refused('no-rankings'))
    expect(nominationError([], 5)).toEqual({
      mean: null,
      n: 0,
      spread: null,
      squaredError: null,
      squaredErrorInPool: null,
      error: null,
    })
    expect(expectedRanks([], square(0))).toMatchObject(refused('no-nominations'))
    expect(fleissKappa([])).toMatchObject(refused('no-ratings'))
    expect(enumerateRows(0, () => 1)).toMatchObject(refused('no-rows'))
    expect(bootstrapRows(0, () => 1, 1)).toMatchObject(refused('no-rows'))
    expect(enumerateValues([], mean)).toMatchObject(refused('no-rows'))
    expect(leaveOneOut([], mean, 1)).toMatchObject(refused('no-nominations'))
    expect(weightPath([], 'a', [])).toMatchObject(refused('no-nominations'))
  })

  it('leaves the nomination of which all are recused without a rank, and the others with theirs', () => {
    const result = leaveOneOut(
      exact([
        [5, 6],
        [null, null],
        [7, 3],
      ]),
      mean,
      1,
    )
    expect(result).toMatchObject({ ok: true, value: { full: { ranks: [1, null, 2], winners: [0] } } })
  })
})

describe('with one juror', () => {
  const one = designFor([sheet('A', 'x', 5), sheet('B', 'x', 7), sheet('C', 'x', 6)])

  it('fits, and states no error', () => {
    const fit = leastSquares(one)
    expect([...fit.adjusted]).toEqual([5, 7, 6])
    expect(fit).toMatchObject({ connected: true, df: 0, sigma2: null })
    expect(fit.seOfDifference(0, 1)).toBeNull()
  })

  it('refuses each figure that compares jurors', () => {
    expect(jurorModel(one)).toMatchObject(refused('no-degrees-of-freedom'))
    expect(randomEffects(one, { jurors: true })).toMatchObject(refused('no-degrees-of-freedom'))
    expect(sheetResiduals(one)).toMatchObject(refused('no-degrees-of-freedom'))
    expect(intraclass([[5], [7]])).toMatchObject(refused('one-juror'))
    expect(unbalancedIntraclass([[5], [7]])).toMatchObject(refused('no-second-sheet'))
    expect(leaveOneOut(exact([[5], [7]]), mean, 1)).toMatchObject(refused('one-juror'))
    expect(fleissKappa([[1, 0]])).toMatchObject(refused('one-juror'))
    expect(krippendorffAlpha(exact([[5], [7]]), 'ordinal')).toMatchObject({ alpha: null, pairable: 0 })
  })

  it('leaves the raw means where fewer than four jurors say nothing of how jurors vary', () => {
    const model = jurorModel(
      designFor(['A', 'B', 'C'].flatMap((n, i) => ['x', 'y', 'z'].map((j, k) => sheet(n, j, i * 3 + k * k)))),
    )
    expect(model).toMatchObject({ ok: true, value: { theta: 0, varianceOfJurors: 0 } })
    if (model.ok) expect([...model.value.adjusted]).toEqual([5 / 3, 14 / 3, 23 / 3])
  })
})

describe('with one nomination', () => {
  const one = designFor([sheet('A', 'x', 5), sheet('A', 'y', 7), sheet('A', 'z', 6)])

  it('refuses each figure that compares nominations', () => {
    expect(leastSquares(one).kappa).toBeNull()
    expect(randomEffects(one, { jurors: false })).toMatchObject(refused('no-degrees-of-freedom'))
    expect(intraclass([[5, 7]])).toMatchObject(refused('one-nomination'))
    expect(unbalancedIntraclass([[5, 7]])).toMatchObject(refused('one-nomination'))
    expect(kendallW(exact([[5, 7]]))).toMatchObject(refused('one-nomination'))
    expect(durbin(exact([[5, 7]]))).toMatchObject(refused('one-nomination'))
  })

  it('makes it certain of a place', () => {
    expect(winningSet(exact([[5, 7]]), 1, 1)).toMatchObject({ ok: true, value: { probability: [1] } })
    expect(expectedRanks([4], square(1))).toEqual({ ok: true, value: [{ rank: 1, percentile: 50 }] })
  })
})

describe('without variation', () => {
  const same = designFor(['A', 'B', 'C'].flatMap((n) => ['w', 'x', 'y', 'z'].map((j) => sheet(n, j, 0.1))))

  it('is neither 0 nor 1', () => {
    for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
      expect(
        krippendorffAlpha(
          exact([
            [3, 3],
            [3, 3],
          ]),
          metric,
        ),
      ).toMatchObject({ alpha: null, exact: null, expected: 0 })
    expect(
      kendallW(
        exact([
          [4, 4],
          [4, 4],
        ]),
      ),
    ).toMatchObject({ ok: true, value: { exact: null, p: null } })
    expect(
      intraclass([
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
      ]),
    ).toMatchObject(refused('no-variation'))
    expect(
      weightedKappa(
        [
          [5, 0],
          [0, 0],
        ],
        'linear',
      ),
    ).toEqual({ ok: true, value: { weighted: null, plain: null } })
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ ok: true, value: { kappa: null } })
    expect(jamesStein([2, 2, 2, 2, 2], 1)).toMatchObject(refused('no-variation'))
    expect(jurorModel(same)).toMatchObject(refused('no-variation'))
    expect(randomEffects(same, { jurors: true })).toMatchObject(refused('no-variation'))
    const criteria = criteriaAgreement([
      [1, 5],
      [2, 5],
      [3, 5],
    ])
    expect(criteria).toMatchObject({ ok: true, value: { meanInterCriterion: null, firstEigenShare: null } })
  })

  it('has no residual to studentise', () => {
    expect(sheetResiduals(same)).toMatchObject({ ok: true, value: { flagged: Array(12).fill(false) } })
  })
})

describe('with a shape that a figure cannot take', () => {
  it('says which', () => {
    expect(
      winningSet(
        exact([
          [1, null],
          [2, 3],
        ]),
        1,
        1,
      ),
    ).toMatchObject(refused('incomplete-panel'))
    expect(winningSet(exact([[1], [2]]), 0, 1)).toMatchObject(refused('no-places'))
    expect(
      durbin(
        exact([
          [1, 2],
          [3, null],
          [2, 4],
        ]),
      ),
    ).toMatchObject(refused('unbalanced'))
    expect(weightedKappa([[1, 2]], 'linear')).toMatchObject(refused('table-malformed'))
    expect(
      fleissKappa([
        [3, 0],
        [1, 1],
      ]),
    ).toMatchObject(refused('unequal-jurors'))
    expect(criteriaAgreement([[1], [2], [3]])).toMatchObject(refused('one-criterion'))
    expect(
      criteriaAgreement([
        [1, 2],
        [2, null],
        [3, 1],
      ]),
    ).toMatchObject(refused('too-few-sheets'))
    expect(jamesStein([1, 2, 3], 1)).toMatchObject(refused('too-few'))
    expect(jamesStein([1, 2, 3, 4], -1)).toMatchObject(refused('variance-malformed'))
    expect(expectedRanks([1, 2], square(3))).toMatchObject(refused('sizes-differ'))
    expect(enumerateRows(12, () => 1)).toMatchObject(refused('too-many-to-enumerate'))
    expect(enumerateValues(Array(12).fill(integer(1)) as Rational[], mean)).toMatchObject(
      refused('too-many-to-enumerate'),
    )
    expect(enumerateValues([integer(1)], () => null)).toMatchObject(refused('nothing-left'))
    expect(
      krippendorffAlpha(
        exact([
          [-1, 1],
          [2, 3],
        ]),
        'ratio',
      ),
    ).toMatchObject({ alpha: null, pairable: 4 })
  })

  it('refuses abilities that would be infinite', () => {
    expect(
      bradleyTerry([
        [0, 3, 1],
        [0, 0, 2],
        [0, 1, 0],
      ]),
    ).toMatchObject(refused('not-strongly-connected'))
    expect(
      bradleyTerry([
        [0, 2, 0],
        [1, 0, 0],
        [0, 0, 0],
      ]),
    ).toMatchObject(refused('not-strongly-connected'))
    expect(bradleyTerry([[0]])).toMatchObject(refused('one-item'))
  })

  it('refuses a weight that nothing stands against', () => {
    const means = new Map([['a', integer(1)]])
    const items = [{ id: 'N', means }]
    const a = { id: 'a', weight: integer(1) }
    expect(weightPath([a], 'a', items)).toMatchObject(refused('no-other-weight'))
    expect(weightPath([a], 'b', items)).toMatchObject(refused('criterion-unknown'))
    expect(weightPath([a, { id: 'b', weight: integer(1) }], 'a', items)).toMatchObject(
      refused('mean-missing'),
    )
  })
})
