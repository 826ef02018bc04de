import { describe, expect, it } from 'vitest'
import { missingReaders, pairObstacles } from '#app/domain/jury/assignment.ts'
import { explainNomination } from '#app/domain/jury/explain.ts'
import { instanceOf, pairsOf } from '#app/domain/jury/instance-of.ts'
import { planFaults } from '#app/domain/jury/plan-faults.ts'
import { replacementsFor } from '#app/domain/jury/replacement.ts'
import { similarityOf } from '#app/domain/jury/similarity.ts'
import { aReader, excluded, pair, problemOf } from './assignment-build.ts'

const plain = { specialist: false, newcomers: null }
const written = (languages: readonly string[]) => ({
  nominationId: 'n0',
  category: 'web',
  languages,
  supervisingIds: ['ministry'],
})

describe('the similarity of a pair', () => {
  it('counts category, languages, a meeting before and a near body, between 0 and 1000', () => {
    const near = aReader('s0', { supervisingId: 'ministry', languages: ['fr'] })
    expect(similarityOf(written(['ar', 'fr']), near, true).points).toBe(300)
    const best = similarityOf(written(['fr']), aReader('s1', { categories: ['web'] }), false)
    expect(best).toEqual({
      points: 1000,
      parts: [
        { part: 'base', points: 400 },
        { part: 'specialist', points: 400 },
        { part: 'languages', points: 200 },
      ],
    })
  })
})

describe('the problem in numbers', () => {
  it('leaves out conflicts, categories and languages, and counts what is fixed', () => {
    const problem = problemOf(2, 0, {
      readers: [
        aReader('s0', { loadLimit: 3 }),
        aReader('s1', { categories: ['mobile'] }),
        aReader('s2', { languages: ['fr'] }),
        aReader('s3'),
      ],
      nominations: [written(['ar']), { ...written([]), nominationId: 'n1' }],
      excluded: [excluded('n0', 's3')],
      fixed: [pair('n1', 's0')],
    })
    const { instance, carried } = instanceOf(problem, plain)
    expect(instance.score.map((row) => row.map((score) => score !== null))).toEqual([
      [true, false, false, false],
      [false, false, true, true],
    ])
    expect(instance).toMatchObject({ wanted: [2, 1], most: [2, 50, 50, 50], base: [0, 800], held: [[], [0]] })
    expect(carried).toEqual([1, 0, 0, 0])
  })

  it('is the same whatever the order of rows, and makes rules of institutions, specialists and newcomers', () => {
    const problem = problemOf(2, 0, {
      readers: [
        aReader('a', { institutionId: 'x', newcomer: true }),
        aReader('b', { institutionId: 'x' }),
        aReader('c', { categories: ['web'], newcomer: true }),
      ],
      fixed: [pair('n0', 'a')],
    })
    const wishes = { specialist: true, newcomers: 1 }
    const made = instanceOf(problem, wishes)
    const turned = {
      ...problem,
      readers: [...problem.readers].reverse(),
      nominations: [...problem.nominations].reverse(),
    }
    expect(instanceOf(turned, wishes)).toEqual(made)
    expect(
      made.instance.rules.map(({ kind, columns, least, most }) => ({ kind, columns, least, most })),
    ).toEqual([
      { kind: 'institution', columns: [0, 1], least: [0, 0], most: [0, 1] },
      { kind: 'cover', columns: [2], least: [1, 0], most: [2, 2] },
      { kind: 'newcomers', columns: [0, 2], least: [0, 0], most: [0, 1] },
    ])
  })
})

describe('a stored plan', () => {
  const numbered = instanceOf(problemOf(1, 3), plain)
  const proposal = {
    kind: 'plan' as const,
    plan: [[0, 1]],
    sum: 1600,
    smallest: 1600,
    floorBound: 1600,
    sumProven: true,
    optimum: { sum: 1600, smallest: 1600 },
    swaps: 0,
    kappa: 1,
    relaxation: null,
  }
  it('is read as pairs with their points', () => {
    expect(planFaults(numbered, proposal)).toEqual({
      faults: null,
      pairs: [
        { ...pair('n0', 's0'), points: 800 },
        { ...pair('n0', 's1'), points: 800 },
      ],
    })
    expect(pairsOf(numbered, [[2]])).toEqual([pair('n0', 's2')])
  })
  it('is faulty when a constraint or a figure does not hold', () => {
    expect(planFaults(numbered, { ...proposal, plan: [[0, 0]] }).faults).toBe('readers')
    expect(planFaults(numbered, { ...proposal, sum: 1601 }).faults).toBe('objective')
  })
})

describe('why this juror, why not that one', () => {
  it('names the rule, or says that the place is worth more elsewhere', () => {
    const problem = problemOf(1, 0, {
      readers: [
        aReader('s0', { categories: ['web'] }),
        aReader('s1', { institutionId: 'x' }),
        aReader('s2', { institutionId: 'x' }),
        aReader('s3', { supervisingId: null, languages: ['de'] }),
        aReader('s4'),
        aReader('s5', { loadLimit: 0 }),
      ],
      nominations: [written(['ar'])],
      fixed: [pair('n0', 's1')],
      met: [pair('n0', 's4')],
    })
    const { reads, others } = explainNomination(problem, [pair('n0', 's0'), pair('n0', 's1')], 'n0')
    expect(reads).toMatchObject([
      { seatId: 's0', source: 'proposed', place: 1, eligible: 5, load: 1, similarity: { points: 1000 } },
      { seatId: 's1', source: 'fixed', place: 2, similarity: { points: 800 } },
    ])
    expect(others.map(({ seatId, because }) => [seatId, because])).toEqual([
      ['s2', 'institution-twice'],
      ['s3', 'language'],
      ['s4', 'suits-less'],
      ['s5', 'load-limit'],
    ])
  })
  it('tells a juror who suits as well from one who suits better and is needed elsewhere', () => {
    const assigned = [pair('n0', 's0'), pair('n0', 's1')]
    const alike = explainNomination(problemOf(1, 3), assigned, 'n0')
    expect(alike.others).toMatchObject([{ seatId: 's2', because: 'suits-alike' }])
    const readers = [aReader('s0'), aReader('s1'), aReader('s2', { categories: ['web'] })]
    const better = explainNomination(problemOf(1, 0, { readers }), assigned, 'n0')
    expect(better.others).toMatchObject([{ seatId: 's2', because: 'better-elsewhere' }])
  })
})

describe('a replacement', () => {
  const problem = problemOf(2, 3, {
    fixed: [pair('n0', 's0'), pair('n0', 's1'), pair('n1', 's0'), pair('n1', 's2')],
  })
  it('fills the places that one juror leaves and changes nothing else', () => {
    expect(replacementsFor(problem, [pair('n0', 's0'), pair('n1', 's0')])).toMatchObject({
      value: [pair('n0', 's2'), pair('n1', 's1')],
    })
  })
  it('is refused where nobody is free, and where nothing was assigned', () => {
    const full = { ...problem, excluded: [excluded('n0', 's2')] }
    expect(replacementsFor(full, [pair('n0', 's0')])).toMatchObject({ reason: 'nobody-free' })
    expect(replacementsFor(problem, [pair('n0', 's2')])).toMatchObject({ reason: 'not-assigned' })
    expect(replacementsFor(problem, [])).toMatchObject({ reason: 'not-assigned' })
  })
})

describe('what stands against a pair', () => {
  it('is a language that the juror does not read', () => {
    const problem = problemOf(1, 0, {
      readers: [aReader('s0', { languages: ['fr'] })],
      nominations: [written(['ar'])],
    })
    expect(pairObstacles(problem, [], pair('n0', 's0'))).toEqual(['language'])
    expect(missingReaders(problem, [])).toEqual([{ nominationId: 'n0', lacking: 2 }])
  })
})
