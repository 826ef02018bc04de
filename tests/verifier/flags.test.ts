import { describe, expect, it } from 'vitest'
import { verify } from '#app/verifier/verify.ts'
import { build, caught, forge, read } from './forge.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
const seeds = Array.from({ length: 400 }, (_, at) => at + 1)
const has = (results: any, outcome: string) =>
  results.find(
    (one: any) =>
      one.nominations.length > 0 &&
      one.flags?.some(({ vote }: any) => vote.outcome === outcome && vote.needed > 0),
  )
const of = (outcome: string) => seeds.find((seed) => has(read(build(seed), 'results.json'), outcome))!
const [UPHELD, LIFTED] = [of('upheld'), of('lifted')]
const flagOf = (results: any, outcome: string) =>
  has(results, outcome).flags.find(({ vote }: any) => vote.outcome === outcome)

describe('a vote of the plenary on a flag', () => {
  it.each([
    ['upheld', UPHELD],
    ['lifted', LIFTED],
  ])('%s is counted again from its totals', (outcome, seed) => {
    const report = verify(build(seed))
    expect(report.failures).toEqual([])
    expect(
      report.findings.filter(({ about }) => about === 'flags').map(({ sentence }) => sentence),
    ).toContainEqual(expect.stringContaining(outcome))
  })

  it.each([
    ['an outcome turned', LIFTED, 'lifted', ({ flag }: any) => (flag.vote.outcome = 'upheld')],
    ['votes added', LIFTED, 'lifted', ({ flag }: any) => (flag.vote.uphold = flag.vote.present)],
    ['more papers than people', UPHELD, 'upheld', ({ flag }: any) => (flag.vote.uphold += 20)],
    ['a quorum made smaller', UPHELD, 'upheld', ({ flag }: any) => (flag.vote.needed = 0)],
    ['a disqualified nomination hidden', UPHELD, 'upheld', ({ flag }: any) => (flag.nomination = null)],
    [
      'a disqualified nomination that stands in the result',
      ...([UPHELD, 'upheld'] as const),
      ({ flag, result }: any) => (flag.nomination = result.nominations[0].nomination),
    ],
    ['a lifted flag with its nomination', LIFTED, 'lifted', ({ flag }: any) => (flag.nomination = 'n-1')],
  ])('is not believed with %s', (_, seed, outcome, bend: (of: any) => unknown) => {
    const forged = forge(build(seed), 'results.json', (results: any) => {
      bend({ flag: flagOf(results, outcome as string), result: has(results, outcome as string) })
    })
    expect(caught(forged)).toContain('flags')
  })
})
