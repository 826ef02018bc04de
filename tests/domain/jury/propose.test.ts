import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { drive } from '#app/adapters/solver/drive.ts'
import { type LinearSolver, openHighs } from '#app/adapters/solver/highs.server.ts'
import { obstruction } from '#app/domain/jury/blocking.ts'
import { evenLoads } from '#app/domain/jury/even-loads.ts'
import { bestChances } from '#app/domain/jury/instance-flow.ts'
import { chosenLoads, type Instance } from '#app/domain/jury/instance.ts'
import { fewestMeetings, fewestMeetingsBound } from '#app/domain/jury/pair-balance.ts'
import { meetingsOf } from '#app/domain/jury/meetings.ts'
import { brokenConstraint } from '#app/domain/jury/plan-check.ts'
import { propose, type ProposalSettings } from '#app/domain/jury/propose.ts'
import { drawPlan } from '#app/domain/jury/randomise.ts'
import { anInstance, instanceFrom } from './instance-build.ts'

let highs: LinearSolver
beforeAll(async () => {
  highs = await openHighs()
})
const settings: ProposalSettings = { objective: 'fairest', capPercent: null, seed: 7, slack: 1, relax: false }
const anything = (rows: number, columns: number) =>
  instanceFrom(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => (row * 7 + column * 13) % 11),
    ),
    { readers: 3, load: rows },
  )
const nobody = (columns: number) => Array.from({ length: columns }, () => 0)

describe('a proposal', () => {
  it('meets every constraint, is the same again, and is refused only where none exists', () => {
    fc.assert(
      fc.property(anInstance(6, 6), fc.nat(99), (instance, seed) => {
        for (const capPercent of [null, 75]) {
          const how = { ...settings, seed, capPercent, slack: null }
          const made = drive(propose({ instance: instance, carried: nobody(6), settings: how }), highs)
          expect(drive(propose({ instance: instance, carried: nobody(6), settings: how }), highs)).toEqual(
            made,
          )
          if (made.kind === 'plan') expect(brokenConstraint(instance, made.plan)).toBeNull()
          else if (made.kind === 'refused') expect(made.reason).toBe('chances-too-tight')
          else expect(made.kind).toBe('impossible')
        }
      }),
      { numRuns: 15 },
    )
  }, 90_000)

  it('keeps loads within the slack of the even ones and lets pairs meet more evenly', () => {
    const instance = anything(24, 8)
    const made = drive(propose({ instance: instance, carried: nobody(8), settings: settings }), highs)
    if (made.kind !== 'plan') throw new Error(made.kind)
    const loads = chosenLoads(instance, made.plan)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2)
    expect(made.sum).toBeGreaterThanOrEqual(Math.ceil((made.optimum.sum * 99) / 100))
    expect(made.smallest).toBe(made.floorBound)
    expect(meetingsOf(instance, made.plan).components).toBe(1)
  })

  describe('under rules that lie over one another, where only the solver has an answer', () => {
    const group = (name: string, columns: readonly number[]) => ({
      ...{ kind: 'cover' as const, name, columns },
      ...{ least: [1, 1], most: [2, 2] },
    })
    const overlapping = (score: readonly (readonly (number | null)[])[]) =>
      instanceFrom(score, { readers: 2, load: 2, rules: [group('a', [0, 1]), group('b', [1, 2])] })
    const denying: Pick<LinearSolver, 'solve'> = {
      solve: () => ({ status: 'infeasible', values: [], objective: 0, bound: 0 }),
    }
    const ask = (instance: Instance, solver: Pick<LinearSolver, 'solve'>) =>
      drive(propose({ instance, carried: nobody(4), settings: { ...settings, slack: null } }), solver)

    it('does not believe a solver that denies the plan which exists', () => {
      const possible = overlapping([
        [5, 5, 5, 5],
        [5, 5, 5, 5],
      ])
      expect(ask(possible, highs)).toMatchObject({ kind: 'plan' })
      expect(ask(possible, denying)).toMatchObject({ kind: 'refused', reason: 'solver-unproven' })
    })

    it('agrees where some of the rules alone leave no plan', () => {
      // Everybody of group a is excluded from the first nomination, by count; loads alone would fit.
      const blocked = overlapping([
        [null, null, 5, 5],
        [5, 5, 5, 5],
      ])
      for (const solver of [highs, denying]) expect(ask(blocked, solver).kind).toBe('impossible')
      // Nobody of group b may be spared: a lower bound of the loads, which no count sees and the own flow does.
      const heavy = {
        ...overlapping([
          [5, 5, 5, 5],
          [5, 5, 5, 5],
        ]),
        least: [2, 2, 2, 0],
      }
      for (const solver of [highs, denying]) expect(ask(heavy, solver).kind).toBe('impossible')
    })
  })

  it('says which nominations stand in the way, and what would have to give', () => {
    const blocked = instanceFrom(
      [
        [5, null, null, null],
        [5, 5, null, null],
        [5, 5, 5, 5],
      ],
      { readers: 2, load: 2 },
    )
    expect(
      drive(propose({ instance: blocked, carried: nobody(4), settings: settings }), highs),
    ).toMatchObject({
      kind: 'impossible',
      obstruction: {
        blocking: { rows: [0], places: 1, needed: 2, group: null },
        relaxation: { extraPlaces: [], fewerReaders: [{ row: 0, count: 1 }] },
      },
    })
    expect(
      drive(
        propose({ instance: blocked, carried: nobody(4), settings: { ...settings, relax: true } }),
        highs,
      ),
    ).toMatchObject({ kind: 'plan' })
  })

  it('asks for places above the limit where loads are what is scarce', () => {
    const tight = instanceFrom(
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      { readers: 2, load: 2 },
    )
    expect(obstruction(tight)).toMatchObject({
      blocking: { rows: [0, 1, 2], places: 4, needed: 6 },
      relaxation: {
        extraPlaces: [
          { column: 0, count: 1 },
          { column: 1, count: 1 },
        ],
        fewerReaders: [],
      },
    })
  })

  it('counts a cover group alone', () => {
    const rows = [0, 0, 0].map(() => 1)
    const covered = instanceFrom(
      rows.map(() => [1, 1, 1]),
      {
        load: 2,
        rules: [{ kind: 'cover', name: 'lay', columns: [0], least: rows, most: rows }],
      },
    )
    expect(obstruction(covered)?.blocking).toEqual({ rows: [0, 1, 2], places: 2, needed: 3, group: 'lay' })
  })

  it.each([
    ['all jurors recused', instanceFrom([[null, null]])],
    ['one juror for two places', instanceFrom([[5]], { readers: 2 })],
  ])('finds no plan with %s', (_, instance) => {
    const made = drive(
      propose({ instance: instance, carried: nobody(instance.most.length), settings: settings }),
      highs,
    )
    expect(made).toMatchObject({ kind: 'impossible', obstruction: { blocking: { rows: [0] } } })
  })
})

describe('the draw', () => {
  it('keeps every constraint, and every pair to its chance', () => {
    const instance = { ...anything(6, 5), most: [4, 4, 4, 4, 4] }
    const chances = bestChances(instance, 4, 3)
    if (!chances) throw new Error('no chances')
    expect(Math.max(...chances.map(({ units }) => units))).toBeLessThanOrEqual(3)
    const DRAWS = 4000
    const seen = new Map<string, number>()
    for (let seed = 0; seed < DRAWS; seed += 1) {
      const plan = drawPlan(instance, chances, 4, seed)
      expect(brokenConstraint(instance, plan)).toBeNull()
      for (const [row, columns] of plan.entries())
        for (const column of columns) seen.set(`${row} ${column}`, (seen.get(`${row} ${column}`) ?? 0) + 1)
    }
    for (const { row, column, units } of chances)
      expect(Math.abs((seen.get(`${row} ${column}`) ?? 0) / DRAWS - units / 4)).toBeLessThan(0.04)
  })
})

describe('even loads', () => {
  it('count what is carried already', () => {
    expect(evenLoads(anything(4, 4), [4, 0, 0, 0])).toEqual([0, 4, 4, 4])
    expect(evenLoads(instanceFrom([[null]]), [0])).toBeNull()
  })
})

describe('meetings of pairs', () => {
  it.each([
    [7, 7, 3, 3, 1],
    [12, 9, 3, 4, 1],
    [13, 13, 4, 4, 1],
    [7, 7, 4, 4, 2],
    [6, 6, 3, 3, 2],
    [3, 3, 2, 2, 1],
    // The design (10, 15, 6, 4, 2), and one that is far from the first in order.
    [15, 10, 4, 6, 2],
    [20, 10, 3, 6, 2],
    // Seventy-two meetings over twenty-eight pairs.
    [24, 8, 3, 9, 3],
  ])(
    'of %i nominations and %i jurors, %i each, load %i, are at least %i',
    (nominations, jurors, perNomination, load, most) => {
      expect(fewestMeetings({ nominations, jurors, perNomination, load })).toMatchObject({ value: most })
      expect(fewestMeetingsBound({ nominations, jurors, perNomination })).toBeLessThanOrEqual(most)
    },
  )
  it('are refused where the loads cannot hold the readers', () => {
    expect(fewestMeetings({ nominations: 3, jurors: 2, perNomination: 2, load: 1 })).toMatchObject({
      reason: 'assignment-impossible',
    })
  })
  it('show the groups that nothing links', () => {
    const apart = instanceFrom(
      [
        [1, 1, null, null],
        [null, null, 1, 1],
      ],
      { readers: 2 },
    )
    expect(
      meetingsOf(apart, [
        [0, 1],
        [2, 3],
      ]),
    ).toMatchObject({ components: 2, most: 1, pairsApart: 4 })
  })
})
