import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignmentFaults, loadsOf, pairObstacles } from '#app/domain/jury/assignment.ts'
import type { AssignmentProblem, Pair } from '#app/domain/jury/assignment.ts'
import { proposeAssignment } from '#app/domain/jury/assignment-flow.ts'
import { vectorsOf } from '../vectors.ts'
import { pair, problemOf } from './assignment-build.ts'

describe('balanced assignment', () => {
  it('spreads 60 files over 9 jurors evenly, each read by 3, the same for the same seed', () => {
    const problem = problemOf(60, 9, { readersPerNomination: 3 })
    const proposal = proposeAssignment(problem, 7)
    expect(proposal).toMatchObject({
      feasible: true,
      demand: 180,
      lightestLoad: 20,
      heaviestLoad: 20,
      shortages: [],
    })
    expect(assignmentFaults(problem, proposal.pairs)).toEqual([])
    const shuffled = {
      ...problem,
      nominations: [...problem.nominations].reverse(),
      readers: [...problem.readers].reverse(),
    }
    expect(proposeAssignment(shuffled, 7)).toEqual(proposal)
    expect(proposeAssignment(problem, 8).pairs).not.toEqual(proposal.pairs)
  })
  it('lets nearly every pair of jurors meet when there is room to', () => {
    const { pairs } = proposeAssignment(problemOf(60, 9, { readersPerNomination: 3 }), 1)
    const meetings = new Set(
      pairs.flatMap((a) =>
        pairs
          .filter((b) => b.nominationId === a.nominationId && a.seatId < b.seatId)
          .map((b) => `${a.seatId} ${b.seatId}`),
      ),
    )
    expect(meetings.size).toBeGreaterThanOrEqual(33)
  })
  it('keeps fixed pairs and explains each pair', () => {
    const proposal = proposeAssignment(
      problemOf(2, 3, { fixed: [pair('n0', 's2')], excluded: [pair('n1', 's0')] }),
      1,
    )
    expect(proposal.pairs.find((one) => one.nominationId === 'n0' && one.seatId === 's2')?.why.source).toBe(
      'fixed',
    )
    expect(proposal.pairs.find((one) => one.nominationId === 'n1')?.why).toMatchObject({
      source: 'proposed',
      eligibleReaders: 2,
      excludedReaders: 1,
      loadLimit: 50,
    })
  })
  it('says which nominations lack how many readers when it cannot be done', () => {
    const excluded = [pair('n1', 's0'), pair('n1', 's1')]
    expect(proposeAssignment(problemOf(2, 3, { excluded }), 1)).toMatchObject({
      feasible: false,
      shortages: [{ nominationId: 'n1', lacking: 1, eligibleReaders: 1, excludedReaders: 2 }],
    })
    const tight = problemOf(3, 2, {
      readers: [{ seatId: 'a', institutionId: null, categories: null, loadLimit: 1 }],
    })
    const refused = proposeAssignment(tight, 1)
    expect([
      refused.demand,
      refused.capacity,
      refused.shortages.reduce((total, one) => total + one.lacking, 0),
    ]).toEqual([6, 1, 5])
  })
  it('puts at most one juror of an institution on a file and keeps seats to their categories', () => {
    const readers = [
      { seatId: 'a', institutionId: 'x', categories: null, loadLimit: 9 },
      { seatId: 'b', institutionId: 'x', categories: null, loadLimit: 9 },
      { seatId: 'c', institutionId: 'y', categories: ['web'], loadLimit: 9 },
    ]
    const proposal = proposeAssignment(problemOf(2, 0, { readers }), 3)
    expect(proposal.shortages).toEqual([
      { nominationId: 'n1', lacking: 1, eligibleReaders: 2, excludedReaders: 0 },
    ])
    expect(proposal.pairs.filter((one) => one.nominationId === 'n0').map((one) => one.seatId)).toContain('c')
  })
  it('finds the reference instances without groups to cover feasible exactly when they are', () => {
    for (const vector of vectorsOf('assign.optimum')) {
      const input = vector.input as {
        similarity: (string | null)[][]
        per_nomination: number
        load_max: number
        cover?: unknown
      }
      if (input.cover !== undefined) continue
      const excluded = input.similarity.flatMap((row, n) =>
        row.flatMap((value, s) => (value === null ? [pair(`n${n}`, `s${s}`)] : [])),
      )
      const problem = problemOf(input.similarity.length, input.similarity[0]?.length ?? 0, {
        excluded,
        readersPerNomination: input.per_nomination,
      })
      const readers = problem.readers.map((reader) => ({ ...reader, loadLimit: input.load_max }))
      const expected = (vector.expected as { status: string }).status
      expect(proposeAssignment({ ...problem, readers }, 1).feasible).toBe(expected === 'optimal')
    }
  })
  it('is as even as the best of all assignments, and complete whenever one is', () => {
    const cell = fc.boolean()
    const instance = fc.tuple(
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.nat(99),
    )
    fc.assert(
      fc.property(instance, ([allowed, limit, seed]) => {
        const excluded = allowed.flatMap((row, n) =>
          row.flatMap((may, s) => (may ? [] : [pair(`n${n}`, `s${s}`)])),
        )
        const base = problemOf(allowed.length, 4, { excluded })
        const institutions = ['x', 'x', null, null]
        const problem = {
          ...base,
          readers: base.readers.map((reader, at) => ({
            ...reader,
            loadLimit: limit,
            institutionId: institutions[at] ?? null,
          })),
        }
        const proposal = proposeAssignment(problem, seed)
        const best = bestSquares(problem)
        expect(proposal.feasible).toBe(best !== null)
        expect(assignmentFaults(problem, proposal.pairs)).toEqual([])
        const loads = [...loadsOf(problem.readers, proposal.pairs).values()]
        if (best !== null) expect(loads.reduce((total, load) => total + load * load, 0)).toBe(best)
      }),
    )
  })
})

/** The smallest sum of squared loads over all complete assignments, by trying them all. */
function bestSquares(problem: AssignmentProblem, assigned: readonly Pair[] = [], row = 0): number | null {
  const subject = problem.nominations[row]
  if (!subject)
    return [...loadsOf(problem.readers, assigned).values()].reduce((total, load) => total + load * load, 0)
  let best: number | null = null
  problem.readers.forEach((first, at) => {
    for (const second of problem.readers.slice(at + 1)) {
      const one = pair(subject.nominationId, first.seatId)
      const two = pair(subject.nominationId, second.seatId)
      if (
        pairObstacles(problem, assigned, one).length > 0 ||
        pairObstacles(problem, [...assigned, one], two).length > 0
      )
        continue
      const reached = bestSquares(problem, [...assigned, one, two], row + 1)
      if (reached !== null && (best === null || reached < best)) best = reached
    }
  })
  return best
}
