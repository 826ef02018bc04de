import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { drive } from '#app/adapters/solver/drive.ts'
import { type LinearSolver, openHighs } from '#app/adapters/solver/highs.server.ts'
import { fairestPlan, richestPlan } from '#app/domain/jury/fair-plan.ts'
import { bestChances, bestSumPlan, chancesWorth } from '#app/domain/jury/instance-flow.ts'
import type { Instance, Plan } from '#app/domain/jury/instance.ts'
import { cellsOf, sumModel } from '#app/domain/jury/linear-model.ts'
import { brokenConstraint, planFromSolver, worthOf } from '#app/domain/jury/plan-check.ts'
import { anInstance, instanceFrom } from './instance-build.ts'

let highs: LinearSolver
beforeAll(async () => {
  highs = await openHighs()
})

/** Every plan of a small instance, by trying all. */
function* everyPlan(instance: Instance, row = 0, before: Plan = []): Generator<Plan> {
  if (row === instance.score.length) {
    if (brokenConstraint(instance, before) === null) yield before
    return
  }
  const columns = instance.most.map((_, column) => column)
  for (let mask = 0; mask < 1 << columns.length; mask += 1) {
    const chosen = columns.filter((column) => mask & (1 << column))
    if (chosen.length === instance.wanted[row]) yield* everyPlan(instance, row + 1, [...before, chosen])
  }
}

describe('the best sum', () => {
  it('is the same by the own flow and by HiGHS, or there is none by both', () => {
    fc.assert(
      fc.property(anInstance(6, 7), (instance) => {
        const plan = bestSumPlan(instance)
        const answer = highs.solve(sumModel(instance, cellsOf(instance), 0, true), {
          method: 'choose',
          seconds: 20,
        })
        if (plan === null) {
          expect(answer.status).toBe('infeasible')
          return
        }
        expect(brokenConstraint(instance, plan)).toBeNull()
        const read = planFromSolver(instance, cellsOf(instance), answer.values, { floor: 0 })
        expect(read.ok && read.value.worth.sum).toBe(worthOf(instance, plan).sum)
      }),
      { numRuns: 25 },
    )
  }, 90_000)
})

describe('capped chances', () => {
  it('are worth what the linear programme with the same cap finds', () => {
    fc.assert(
      fc.property(
        anInstance(5, 6),
        fc.constantFrom([2, 1], [4, 3], [10, 7]),
        (instance, [parts = 1, cap = 1]) => {
          const chances = bestChances(instance, parts, cap)
          const model = sumModel(instance, cellsOf(instance), 0, false)
          const capped = { ...model, upper: model.upper.map(() => cap / parts) }
          const answer = highs.solve(capped, { method: 'choose', seconds: 20 })
          if (chances === null) {
            expect(answer.status).toBe('infeasible')
            return
          }
          expect(chancesWorth(instance, chances, parts) / parts).toBeCloseTo(answer.objective, 4)
          expect(Math.max(...chances.map(({ units }) => units))).toBeLessThanOrEqual(cap)
        },
      ),
      { numRuns: 25 },
    )
  }, 90_000)
})

describe('the fairest plan', () => {
  it('is what trying every plan finds: first the greatest floor, then the greatest sum', () => {
    fc.assert(
      fc.property(anInstance(3, 4), (instance) => {
        const all = [...everyPlan(instance)].map((plan) => worthOf(instance, plan))
        const solved = drive(fairestPlan(instance), highs)
        if (all.length === 0) {
          expect(solved).toMatchObject({ ok: false, reason: 'assignment-impossible' })
          return
        }
        const smallest = Math.max(...all.map((worth) => worth.smallest))
        const sum = Math.max(...all.filter((worth) => worth.smallest === smallest).map((worth) => worth.sum))
        expect(solved).toMatchObject({
          ok: true,
          value: { worth: { smallest, sum }, floorBound: smallest, sumProven: true },
        })
      }),
      { numRuns: 25 },
    )
  }, 90_000)

  it('is proven case by case where halves of readers would give more than whole ones', () => {
    const instance: Instance = {
      score: [
        [134, 273, 751, null],
        [527, 529, 530, 0],
      ],
      ...{ wanted: [2, 2], least: [0, 0, 0, 0], most: [1, 1, 1, 1], held: [[], []], base: [0, 0] },
      rules: [{ kind: 'institution', name: 'body', columns: [0, 1], least: [0, 0], most: [1, 1] }],
      ...{ readers: 2, load: 1 },
    }
    expect(drive(fairestPlan(instance), highs)).toMatchObject({
      value: { worth: { smallest: 529, sum: 1414 }, floorBound: 529, sumProven: true },
    })
  })

  it('is proven, floor and sum, where whole readers are the best of all', () => {
    const instance = instanceFrom([
      [100, 0, 25],
      [100, 24, 50],
    ])
    expect(drive(fairestPlan(instance), highs)).toMatchObject({ value: { floorBound: 50, sumProven: true } })
  })

  it('gives every nomination something where the greatest sum leaves one with nothing', () => {
    const instance = instanceFrom([
      [100, 0, 25],
      [100, 0, 25],
      [100, 24, 50],
    ])
    expect(drive(richestPlan(instance), highs)).toMatchObject({ value: { worth: { sum: 150, smallest: 0 } } })
    expect(drive(fairestPlan(instance), highs)).toMatchObject({
      value: { worth: { sum: 149, smallest: 24 } },
    })
  })
})

describe('a solver that is not right', () => {
  const wide = instanceFrom([
    [900, 900, 500],
    [900, 800, 900],
  ])
  const narrow = instanceFrom([
    [900, 100],
    [900, 200],
  ])
  const first = (values: readonly number[], value: number) => {
    const one = values.indexOf(1)
    return values.map((old, index) => (index === one ? value : old))
  }
  type Lie = (values: readonly number[]) => readonly number[]
  /** Says "optimal" of whatever the lie makes of the true answer, and claims `more` than its worth. */
  const liar = (lie: Lie, more = 0) => ({
    solve: (...asked: Parameters<LinearSolver['solve']>) => {
      const answer = highs.solve(...asked)
      return {
        ...answer,
        status: 'optimal' as const,
        values: lie(answer.values),
        objective: answer.objective + more,
      }
    },
  })
  const cases: readonly (readonly [string, typeof wide, Lie, string])[] = [
    ['a value beside an integer', wide, (values) => first(values, 0.999), 'integer'],
    ['a value that is no number', wide, (values) => first(values, Number.NaN), 'integer'],
    ['a place taken twice', wide, (values) => first(values, 2), 'integer'],
    ['one reader too few', wide, (values) => first(values, 0), 'readers'],
    ['a juror over the load', narrow, () => [1, 1], 'load'],
    ['an answer without values', wide, () => [], 'integer'],
  ]
  it.each(cases)('is refused for %s', (_, instance, lie, broken) => {
    expect(drive(fairestPlan(instance), liar(lie))).toMatchObject({
      ok: false,
      reason: 'solver-off',
      facts: { broken },
    })
  })

  it('is refused for a worth that its plan does not have', () => {
    const half: Lie = (values) => first(values, 0.5)
    const fractionalFirst = {
      solve: (...asked: Parameters<LinearSolver['solve']>) =>
        asked[0].integral ? liar((values) => values, 5).solve(...asked) : liar(half).solve(...asked),
    }
    expect(drive(fairestPlan(wide), fractionalFirst)).toMatchObject({
      reason: 'solver-off',
      facts: { broken: 'objective' },
    })
  })
})
