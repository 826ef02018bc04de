import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { drive } from '#app/adapters/solver/drive.ts'
import { type LinearSolver, openHighs } from '#app/adapters/solver/highs.server.ts'
import { richestPlan } from '#app/domain/jury/fair-plan.ts'
import type { Instance } from '#app/domain/jury/instance.ts'
import { isNetwork } from '#app/domain/jury/instance-flow.ts'
import { mixedPlans, shareUnder } from '#app/domain/jury/mixture.ts'
import { brokenConstraint } from '#app/domain/jury/plan-check.ts'
import { propose, type ProposalSettings } from '#app/domain/jury/propose.ts'
import { instanceFrom } from './instance-build.ts'

let highs: LinearSolver
beforeAll(async () => {
  highs = await openHighs()
})
const settings: ProposalSettings = {
  objective: 'fairest',
  capPercent: 75,
  seed: 7,
  slack: null,
  relax: false,
}

/** An institution and a group of specialists that share jurors, so that no network holds both. */
function overlapping(score: readonly (readonly number[])[]): Instance {
  const rows = score.map(() => 0)
  const made = instanceFrom(score, {
    ...{ readers: 2, load: 4 },
    rules: [
      {
        kind: 'cover',
        name: 'e-contenu',
        columns: [0, 1, 2, 3],
        least: rows.map(() => 1),
        most: rows.map(() => 2),
      },
      { kind: 'institution', name: 'body', columns: [3, 4], least: rows, most: rows.map(() => 1) },
    ],
  })
  expect(isNetwork(made)).toBe(false)
  return made
}
const table = fc.array(fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }), { minLength: 3, maxLength: 3 })

describe('the share of plans in which a pair may lie', () => {
  it.each([
    [75, { plans: 4, most: 3 }],
    [50, { plans: 2, most: 1 }],
    [60, { plans: 5, most: 3 }],
    [99, { plans: 10, most: 9 }],
    [10, { plans: 10, most: 1 }],
    [9, null],
  ])('under %i percent never passes it', (cap, share) => {
    expect(shareUnder(cap)).toEqual(share)
    if (share) expect((share.most * 100) / share.plans).toBeLessThanOrEqual(cap)
  })
})

describe('a draw under rules that lie over one another', () => {
  it('takes one of several plans that all meet every rule, in which no pair lies too often', () => {
    let found = 0
    fc.assert(
      fc.property(table, fc.nat(9999), fc.constantFrom(50, 60, 75, 90), (score, seed, cap) => {
        const instance = overlapping(score)
        const optimum = drive(richestPlan(instance), highs)
        const share = shareUnder(cap)
        if (!optimum.ok || share === null) throw new Error('no plan')
        const mixed = drive(mixedPlans(instance, optimum.value, share, seed), highs)
        if (!mixed.ok) {
          expect(mixed.reason).toBe('chances-not-found')
          return
        }
        found += 1
        expect(mixed.value.plans).toHaveLength(share.plans)
        const times = new Map<string, number>()
        for (const plan of mixed.value.plans) {
          expect(brokenConstraint(instance, plan)).toBeNull()
          for (const [row, columns] of plan.entries())
            for (const column of columns)
              times.set(`${row} ${column}`, (times.get(`${row} ${column}`) ?? 0) + 1)
        }
        expect(Math.max(...times.values())).toBeLessThanOrEqual(share.most)
      }),
      { numRuns: 40 },
    )
    expect(found).toBeGreaterThan(20)
  }, 120_000)

  it('is part of the proposal, the same again for the same seed, and says from how many', () => {
    const instance = overlapping([
      [9, 8, 7, 6, 5, 4, 3],
      [3, 4, 5, 6, 7, 8, 9],
      [5, 9, 4, 8, 3, 7, 6],
    ])
    const question = { instance, carried: [0, 0, 0, 0, 0, 0, 0], settings }
    const made = drive(propose(question), highs)
    expect(made).toMatchObject({ kind: 'plan', mixture: { plans: 4, most: 3 }, sumProven: false, swaps: 0 })
    expect(drive(propose(question), highs)).toEqual(made)
    const drawn = new Set(
      Array.from({ length: 12 }, (_, seed) => {
        const other = drive(propose({ ...question, settings: { ...settings, seed } }), highs)
        return other.kind === 'plan' ? JSON.stringify(other.plan) : other.kind
      }),
    )
    expect(drawn.size).toBeGreaterThan(1)
  })

  it('says that none was found, or that the cap is too low, rather than pass it', () => {
    // Two jurors for two readers: both are certain, whatever is drawn.
    const tight = instanceFrom([[5, 5]], {
      ...{ readers: 2, load: 1 },
      rules: [
        { kind: 'cover', name: 'a', columns: [0, 1], least: [1], most: [2] },
        { kind: 'newcomers', name: 'newcomers', columns: [1], least: [0], most: [1] },
      ],
    })
    const ask = (capPercent: number) =>
      drive(propose({ instance: tight, carried: [0, 0], settings: { ...settings, capPercent } }), highs)
    expect(ask(75)).toMatchObject({ kind: 'refused', reason: 'chances-not-found' })
    expect(ask(5)).toMatchObject({ kind: 'refused', reason: 'chances-too-tight' })
  })
})
