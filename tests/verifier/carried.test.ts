import { describe, expect, it } from 'vitest'
import { buildBundle } from '#app/domain/results/bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { build, caught, type Files, forge, read } from './forge.ts'
import { randomCampaign, sha256 } from './random-campaign.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
const rounds = { places: 4, firstRoundPercent: '100/3' }

/** Three opened nominations with a score, none equal to another in either round, and one category. */
const SEED = Array.from({ length: 400 }, (_, at) => at + 1).find((seed) => {
  const { categories } = randomCampaign(seed, { rounds })
  const [category] = categories
  const scored = category?.scores.scores.filter(({ state }) => state === 'scored') ?? []
  return (
    categories.length === 1 &&
    scored.length >= 3 &&
    category?.ranking.every(
      ({ nominationId, tiedWith }) => tiedWith.length === 0 && category.finalists.includes(nominationId),
    )
  )
})
const bundle: Files = build(SEED ?? 0, { rounds })

describe('a first round carried into the score', () => {
  it('is taken again from the sheets of both rounds', () => {
    const report = verify(bundle)
    expect(report.failures).toEqual([])
    const carried = report.findings.filter(({ about }) => about === 'carried')
    expect(carried.length).toBeGreaterThanOrEqual(3)
  })

  const open = (results: any) => results[0].nominations.find((one: any) => one.rank === 1)
  it.each<[string, string, (content: any) => void, string[]]>([
    [
      'another score of the first round',
      'results.json',
      ([r]) => (r.firstRound.lines[0].score = '1/7'),
      ['first-round'],
    ],
    ['another score of the second', 'results.json', (r) => (open(r).secondRound = '1/7'), ['carried']],
    [
      'the second round alone as the score',
      'results.json',
      (r) => (open(r).score = open(r).secondRound),
      ['scores'],
    ],
    ['no score of the second', 'results.json', (r) => delete open(r).secondRound, ['carried']],
    [
      'a nomination without its first round',
      'results.json',
      (r) =>
        (r[0].firstRound.lines = r[0].firstRound.lines.filter(
          (one: any) => one.nomination !== open(r).nomination,
        )),
      ['carried', 'first-round', 'scores'],
    ],
    [
      'both rounds moved so that the score stays',
      'results.json',
      (r) => shift(r),
      ['carried', 'first-round'],
    ],
    [
      'another part of the first round',
      'regulation.json',
      (g) => (g.regulation.scoring.secondRound.firstRoundPercent = '30'),
      ['regulation', 'scores'],
    ],
    [
      'no part of the first round',
      'regulation.json',
      (g) => delete g.regulation.scoring.secondRound.firstRoundPercent,
      ['carried', 'regulation', 'scores'],
    ],
    [
      'all of the first round',
      'regulation.json',
      (g) => (g.regulation.scoring.secondRound.firstRoundPercent = '100'),
      ['bundle'],
    ],
    [
      'less than nothing of the first round',
      'regulation.json',
      (g) => (g.regulation.scoring.secondRound.firstRoundPercent = '-1'),
      ['bundle'],
    ],
    [
      'a part that is no number',
      'regulation.json',
      (g) => (g.regulation.scoring.secondRound.firstRoundPercent = '1,5'),
      ['bundle'],
    ],
  ])('is caught with %s', (_, name, change, about) => {
    expect(caught(forge(bundle, name, change))).toEqual(expect.arrayContaining(about))
  })

  /** Two points more in the first round, one less in the second: at a third and two thirds the same. */
  function shift(results: any): void {
    const line = open(results)
    const first = results[0].firstRound.lines.find((one: any) => one.nomination === line.nomination)
    first.score = plus(first.score, 2n)
    line.secondRound = plus(line.secondRound, -1n)
  }
  const plus = (text: string, points: bigint): string => {
    const [p = '0', q = '1'] = text.split('/')
    return q === '1' ? `${BigInt(p) + points}` : `${BigInt(p) + points * BigInt(q)}/${q}`
  }

  it('is none where the second round starts afresh: a bundle that states one is caught', () => {
    const afresh = build(SEED ?? 0, { rounds: { places: 4 } })
    expect(verify(afresh).failures).toEqual([])
    expect(read(afresh, 'results.json')[0].nominations[0]).not.toHaveProperty('secondRound')
    expect(caught(forge(afresh, 'results.json', ([r]) => (r.nominations[0].secondRound = '50')))).toEqual([
      'carried',
    ])
  })

  it.each(['L0', 'L1'] as const)('is borne out by both stated rounds at %s', (level) => {
    const input = randomCampaign(SEED ?? 0, { rounds })
    const publication = { ...input.regulation.publication, level }
    const built = buildBundle({ ...input, regulation: { ...input.regulation, publication } }, sha256)
    if (!built.ok) expect.fail(built.reason)
    const files: Files = new Map(built.value.map(({ name, content }) => [name, content]))
    expect(verify(files).failures).toEqual([])
    for (const change of [
      (r: any) => (open(r).score = '1/7'),
      (r: any) => (open(r).secondRound = '1/7'),
      ([r]: any) => (r.firstRound.lines = []),
    ])
      expect(caught(forge(files, 'results.json', change))).toContain('carried')
  })
})
