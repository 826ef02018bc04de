import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import { cascade } from '#app/domain/scoring/cascade.ts'
import { rankCategory } from '#app/domain/scoring/ranking.ts'
import { vectorsOf } from '../vectors.ts'
import { aRubric, aRule, number, parsedRubric, submitted } from './build.ts'

const codes = ['impact', 'access', 'reuse'] as const
type Row = readonly [number, number, number]
const nomination = (
  nominationId: string,
  rows: readonly Row[],
  seats: readonly string[] = rows.map((_, at) => `s${at}`),
) => ({
  nominationId,
  cells: rows.map((row, at) =>
    submitted(seats[at] ?? `x${at}`, Object.fromEntries(codes.map((code, k) => [code, row[k] ?? null]))),
  ),
})
const rank = (nominations: ReturnType<typeof nomination>[], lotOrder: string[] | null = null) =>
  rankCategory(
    { rubric: parsedRubric(), decimals: 2, lotOrder },
    aggregateCategory(aRule({ minimumSheets: 1 }), nominations).scores,
  )
const brief = (ranked: ReturnType<typeof rank>) =>
  ranked.map((one) => [one.nominationId, one.rank, one.decidedBy])

describe('ranking', () => {
  it('asks the heaviest criterion first wherever it stands in the rubric, and leaves the rubric as it is', () => {
    // The lightest first: `reuse` 25, `access` 35, `impact` 40.
    const light = parsedRubric(aRubric({ criteria: [...aRubric().criteria].reverse() }))
    const rule = aRule({ rubric: light, minimumSheets: 1 })
    const { scores } = aggregateCategory(rule, [nomination('a', [[1, 5, 5]]), nomination('b', [[4, 3, 3]])])
    const even = scores.map((one) => ({ ...one, score: number('60') }))
    const ranked = rankCategory({ rubric: light, decimals: 2, lotOrder: null }, even)
    expect(brief(ranked)).toEqual([
      ['b', 1, 'criterion:impact'],
      ['a', 2, 'criterion:impact'],
    ])
    expect(light.criteria.map(({ code }) => code)).toEqual(['reuse', 'access', 'impact'])
  })

  it('passes over a criterion that one of the equals was never given, and a lot that does not hold them all', () => {
    const rule = aRule({ minimumSheets: 1, rubric: parsedRubric(aRubric({ missingPolicy: 'renormalise' })) })
    const file = (nominationId: string, impact: number | null) => ({
      nominationId,
      cells: [submitted('s1', { impact, access: 3, reuse: 3 })],
    })
    const { scores } = aggregateCategory(rule, [file('a', null), file('b', 3)])
    expect(scores.map(({ score }) => score)).toEqual([number('50'), number('50')])
    const of = (lotOrder: string[] | null) =>
      rankCategory({ rubric: rule.rubric, decimals: 2, lotOrder }, scores)
    expect(of(['a']).map(({ rank: place, decidedBy, tiedWith }) => [place, decidedBy, tiedWith])).toEqual([
      [1, 'median', ['b']],
      [1, 'median', ['a']],
    ])
    expect(brief(of(['b', 'a']))).toEqual([
      ['b', 1, 'lot'],
      ['a', 2, 'lot'],
    ])
  })

  it('passes over that criterion for the whole group, also between two that were both given it', () => {
    const rule = aRule({ minimumSheets: 1, rubric: parsedRubric(aRubric({ missingPolicy: 'renormalise' })) })
    const { scores } = aggregateCategory(
      rule,
      [4, 2, null].map((impact, at) => ({
        nominationId: `n${at}`,
        cells: [submitted('s1', { impact, access: 3, reuse: 3 })],
      })),
    )
    const even = scores.map((one) => ({ ...one, score: number('60'), median: number('60') }))
    const ranked = rankCategory({ rubric: rule.rubric, decimals: 2, lotOrder: null }, even)
    expect(ranked.map(({ rank: place, decidedBy, tiedWith }) => [place, decidedBy, tiedWith])).toEqual([
      [1, 'median', ['n1', 'n2']],
      [1, 'median', ['n0', 'n2']],
      [1, 'median', ['n0', 'n1']],
    ])
  })

  it('leaves all of them first where no step is given', () => {
    expect(
      cascade(['b', 'a'], []).map(({ rank: place, decidedBy, tied }) => [place, decidedBy, tied]),
    ).toEqual([
      [1, '', true],
      [1, '', true],
    ])
  })

  it('names those it is equal with in order, whatever the order they came in', () => {
    const ids = ['d', 'b', 'a', 'c']
    const ranked = rank(ids.map((id) => nomination(id, [[3, 3, 3]])))
    expect(ranked.map(({ nominationId, tiedWith }) => [nominationId, tiedWith.join('')])).toEqual([
      ['a', 'bcd'],
      ['b', 'acd'],
      ['c', 'abd'],
      ['d', 'abc'],
    ])
    const scores = aggregateCategory(
      aRule({ minimumSheets: 1 }),
      ids.map((id) => nomination(id, [[3, 3, 3]])),
    ).scores
    const reversed = rankCategory(
      { rubric: parsedRubric(), decimals: 2, lotOrder: null },
      [...scores].reverse(),
    )
    expect(reversed).toEqual(ranked)
  })

  it('reproduces the reference cascade with its deciding keys', () => {
    for (const vector of vectorsOf('rank.cascade')) {
      const input = vector.input as {
        keys: { key: string; dir: 'asc' | 'desc' }[]
        items: Record<string, Record<string, string | number>>
      }
      const expected = vector.expected as {
        ranks: Record<string, number>
        deciding_key: Record<string, string>
        unresolved: string[][]
      }
      const value = (id: string, key: string): Rational => number(`${input.items[id]?.[key]}`)
      const steps = input.keys.map(({ key, dir }) => ({
        code: key,
        compare: (a: string, b: string) =>
          dir === 'desc' ? compare(value(a, key), value(b, key)) : compare(value(b, key), value(a, key)),
      }))
      const placed = cascade(Object.keys(input.items), steps)
      expect(Object.fromEntries(placed.map(({ member, rank: reached }) => [member, reached]))).toEqual(
        expected.ranks,
      )
      expect(Object.fromEntries(placed.map(({ member, decidedBy }) => [member, decidedBy]))).toEqual(
        expected.deciding_key,
      )
      expect(
        placed
          .filter((place) => place.tied)
          .map((place) => place.member)
          .sort(),
      ).toEqual(expected.unresolved.flat())
    }
  })

  it('breaks a tie by the criterion of largest weight, and says so', () => {
    const rows: Row[] = []
    for (let x = 1; x <= 5; x += 1)
      for (let y = 1; y <= 5; y += 1) for (let z = 1; z <= 5; z += 1) rows.push([x, y, z])
    const total = ([x, y, z]: Row) => 40 * x + 35 * y + 25 * z
    const pairs = rows.flatMap((a) =>
      rows.filter((b) => a[0] > b[0] && total(a) === total(b)).map((b) => [a, b] as const),
    )
    expect(pairs.length).toBeGreaterThan(0)
    for (const [a, b] of pairs) {
      expect(brief(rank([nomination('b', [b]), nomination('a', [a])]))).toEqual([
        ['a', 1, 'criterion:impact'],
        ['b', 2, 'criterion:impact'],
      ])
    }
  })

  const even: Row[] = [
    [3, 3, 3],
    [4, 4, 4],
    [2, 2, 2],
  ]
  it('asks the jurors who judged both when everything else is equal', () => {
    // Equal means on every criterion; two jurors prefer `level`, one strongly prefers `other`.
    const level: Row[] = [
      [4, 4, 4],
      [5, 5, 5],
      [1, 1, 1],
    ]
    const other: Row[] = [
      [3, 3, 3],
      [4, 4, 4],
      [3, 3, 3],
    ]
    const ranked = rank([nomination('other', other), nomination('level', level)])
    expect(brief(ranked)).toEqual([
      ['level', 1, 'head-to-head'],
      ['other', 2, 'head-to-head'],
    ])
    // Each side reads the same count as its own.
    expect(ranked.map((one) => one.headToHead)).toEqual([
      { common: 3, forFirst: 2, forSecond: 1, against: 'other' },
      { common: 3, forFirst: 1, forSecond: 2, against: 'level' },
    ])
  })

  it('leaves head-to-head out under three common jurors and in a three-way tie', () => {
    const level: Row[] = [
      [4, 4, 4],
      [5, 5, 5],
      [1, 1, 1],
    ]
    const other: Row[] = [
      [3, 3, 3],
      [4, 4, 4],
      [3, 3, 3],
    ]
    const apart = rank([nomination('other', other, ['s0', 's1', 'z']), nomination('level', level)])
    expect(brief(apart)).toEqual([
      ['level', 1, 'median'],
      ['other', 2, 'median'],
    ])
    const three = rank([nomination('a', level), nomination('b', other), nomination('c', other)])
    expect(three.map((one) => one.headToHead)).toEqual([null, null, null])
    expect(brief(three)).toEqual([
      ['a', 1, 'median'],
      ['b', 2, 'median'],
      ['c', 2, 'median'],
    ])
  })

  it('shares the rank of what nothing tells apart, and counts on after it', () => {
    const ranked = rank([nomination('b', even), nomination('a', even), nomination('c', [[1, 1, 1]])])
    expect(ranked.map((one) => [one.nominationId, one.rank, one.tiedWith])).toEqual([
      ['a', 1, ['b']],
      ['b', 1, ['a']],
      ['c', 3, []],
    ])
  })

  it('draws lots only when a draw is given', () => {
    const ranked = rank([nomination('a', even), nomination('b', even)], ['b', 'a'])
    expect(brief(ranked)).toEqual([
      ['b', 1, 'lot'],
      ['a', 2, 'lot'],
    ])
  })

  it('places neither a nomination under its quorum nor one under a threshold', () => {
    const rubric = {
      ...parsedRubric(),
      criteria: parsedRubric().criteria.map((one) =>
        one.code === 'impact' ? { ...one, threshold: number('51') } : one,
      ),
    }
    const { scores } = aggregateCategory(aRule({ rubric, minimumSheets: 2 }), [
      nomination('one', [[5, 5, 5]]),
      nomination('weak', [
        [3, 5, 5],
        [3, 5, 5],
      ]),
      nomination('fit', [
        [4, 4, 4],
        [4, 4, 4],
      ]),
    ])
    const ranked = rankCategory({ rubric, decimals: 2, lotOrder: null }, scores)
    expect(ranked.map((one) => [one.nominationId, one.state, one.rank, one.display])).toEqual([
      ['fit', 'ranked', 1, '75.00'],
      ['one', 'below_quorum', null, ''],
      ['weak', 'below_threshold', null, '80.00'],
    ])
  })

  it('never depends on the order of nominations or of sheets', () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
    )
    const field = fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(field, fc.infiniteStream(fc.nat()), (nominations, keys) => {
        const given = nominations.map((rows, at) => nomination(`n${at}`, rows))
        const mixed = given.map((one) => ({
          one: { ...one, cells: [...one.cells].reverse() },
          key: keys.next().value ?? 0,
        }))
        const shuffled = mixed.sort((a, b) => a.key - b.key).map(({ one }) => one)
        const facts = (list: ReturnType<typeof rank>) => list.map(({ headToHead: _, ...rest }) => rest)
        expect(facts(rank(shuffled))).toEqual(facts(rank(given)))
      }),
    )
  })
})
