import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { drive } from '#app/adapters/solver/drive.ts'
import { type LinearSolver, openHighs } from '#app/adapters/solver/highs.server.ts'
import { elastic, provenMost } from '#app/domain/jury/certificate.ts'
import { fairestPlan } from '#app/domain/jury/fair-plan.ts'
import { isProvenEmpty } from '#app/domain/jury/floor-proof.ts'
import { cellsAbove } from '#app/domain/jury/floor-cuts.ts'
import type { Instance } from '#app/domain/jury/instance.ts'
import { type LinearModel, sumModel } from '#app/domain/jury/linear-model.ts'
import { brokenConstraint, worthOf } from '#app/domain/jury/plan-check.ts'
import { anInstance, instanceFrom } from './instance-build.ts'

let highs: LinearSolver
beforeAll(async () => {
  highs = await openHighs()
})
const how = { seconds: 20, method: 'choose' } as const

/** Every plan of a small instance: what is possible, counted. */
function plansOf(instance: Instance): readonly (readonly (readonly number[])[])[] {
  const subsets = (row: number): readonly (readonly number[])[] => {
    const free = (instance.score[row] ?? []).flatMap((score, column) => (score === null ? [] : [column]))
    return free
      .reduce<number[][]>((all, column) => [...all, ...all.map((one) => [...one, column])], [[]])
      .filter((one) => one.length === instance.wanted[row])
  }
  return instance.score
    .reduce<(readonly number[])[][]>(
      (all, _, row) => all.flatMap((plan) => subsets(row).map((own) => [...plan, own])),
      [[]],
    )
    .filter((plan) => brokenConstraint(instance, plan) === null)
}
const bestFloor = (instance: Instance): number =>
  plansOf(instance).reduce((best, plan) => Math.max(best, worthOf(instance, plan).smallest), -1)

describe('what multipliers prove', () => {
  // x + y <= 3, x - y >= 0, at most 2 of each: 2 x + 3 y is at most 7, at (2, 1).
  const model: LinearModel = {
    ...{ cost: [2, 3], upper: [2, 2], rowLower: [-Infinity, 0], rowUpper: [3, Infinity] },
    ...{ starts: [0, 2, 4], indices: [0, 1, 0, 1], values: [1, 1, 1, -1], integral: false },
  }

  it('is a bound for any of them, whatever their sign, and the best one for the best of them', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        expect(provenMost(model, [a, b])).toBeGreaterThanOrEqual(7)
      }),
      { numRuns: 200 },
    )
    expect(provenMost(model, [2.5, -0.5])).toBeLessThanOrEqual(8)
    const answer = highs.solve(model, how)
    expect([provenMost(model, answer.duals ?? []), answer.objective]).toEqual([7, 7.5])
  })

  it('contradicts a programme without a solution, and never one that has one', () => {
    const impossible = elastic({ ...model, rowLower: [5, 0], rowUpper: [Infinity, Infinity] })
    expect(provenMost(impossible, highs.solve(impossible, how).duals ?? [])).toBeLessThan(0)
    const possible = elastic(model)
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 2 }), (duals) => {
        expect(provenMost(possible, duals)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the greatest smallest sum', () => {
  it('is what counting every plan finds, and its bound is proven there', () => {
    fc.assert(
      fc.property(anInstance(4, 5), (instance) => {
        const solved = drive(fairestPlan(instance), highs)
        const best = bestFloor(instance)
        if (solved.ok) expect([solved.value.worth.smallest, solved.value.floorBound]).toEqual([best, best])
        else expect([solved.reason, best]).toEqual(['assignment-impossible', -1])
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('is not said to be the greatest when only the solver says so', () => {
    // It gives no multipliers: the plan is the same, but neither its floor nor its sum counts as proven.
    const mute: Pick<LinearSolver, 'solve'> = {
      solve: (asked, way) => ({ ...highs.solve(asked, way), duals: [] }),
    }
    // All four jurors are needed and make 23 together: no two nominations reach 12, though each alone could.
    const shared = instanceFrom(
      [
        [10, 6, 5, 2],
        [10, 6, 5, 2],
      ],
      { readers: 2, load: 1 },
    )
    const [told, untold] = [drive(fairestPlan(shared), highs), drive(fairestPlan(shared), mute)]
    expect(told).toMatchObject({ value: { worth: { smallest: 11 }, floorBound: 11, sumProven: true } })
    expect(untold).toMatchObject({ value: { worth: { smallest: 11 }, floorBound: 12, sumProven: false } })
  })

  it('is proven case by case where no multipliers contradict the whole', () => {
    fc.assert(
      fc.property(anInstance(4, 5), fc.nat(30), (instance, floor) => {
        const cells = cellsAbove(instance, floor)
        const model = sumModel(instance, cells, floor, false)
        const proven = drive(isProvenEmpty(instance, cells, model, 20), highs)
        const exists = plansOf(instance).some((plan) => worthOf(instance, plan).smallest >= floor)
        expect(proven).toBe(!exists)
      }),
      { numRuns: 120 },
    )
  }, 120_000)
})
