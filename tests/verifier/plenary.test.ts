import { describe, expect, it } from 'vitest'
import { buildBundle } from '#app/domain/results/bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { build, caught, type Files, forge, read } from './forge.ts'
import { matrixOf, randomCampaign, sha256 } from './random-campaign.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
const seeds = Array.from({ length: 600 }, (_, at) => at + 1)
/** A category with a ranked file and one of the plenary, and a campaign in which the plenary gave a prize. */
const withRanked = (results: any) =>
  results.find(
    (one: any) => one.plenary && one.nominations.some((line: any) => line.opened && line.rank !== null),
  )
const SENT = seeds.find((seed) => withRanked(read(build(seed), 'results.json')))!
const isWon = (files: Files): boolean => {
  const sent = read(files, 'results.json').flatMap((one: any) => one.plenary ?? [])
  const won = read(files, 'decisions.json').flatMap((one: any) => one.winners)
  return sent.some(({ nomination }: any) => won.includes(nomination))
}
const WON = seeds.find((seed) => isWon(build(seed)))!
const ROUNDS = { rounds: { places: 1 } }
const ofFirst = (results: any) =>
  results.find((one: any) => one.plenary?.some(({ round }: any) => round === '1'))
const FIRST = seeds.find((seed) => ofFirst(read(build(seed, ROUNDS), 'results.json')))!
const decisionOf = (files: Files, decisions: any) => {
  const sent = read(files, 'results.json').flatMap((one: any) => one.plenary ?? [])
  return decisions.find((one: any) => sent.some(({ nomination }: any) => one.winners.includes(nomination)))
}

describe('what the plenary decided', () => {
  it.each([
    ['in the only round', SENT, {}],
    ['with a prize', WON, {}],
    ['from the first of two rounds', FIRST, ROUNDS],
  ])('is confirmed %s, with the matrix and without', (_, seed, variant) => {
    const files = build(seed, variant)
    expect(verify(files).failures).toEqual([])
    const report = verify(files, JSON.stringify(matrixOf(randomCampaign(seed, variant))))
    expect(report.failures).toEqual([])
    expect(report.findings.filter(({ about }) => about === 'plenary').length).toBeGreaterThan(0)
  })

  it.each([
    [
      'a ranked file sent to it',
      (result: any) => {
        const line = result.nominations.find((one: any) => one.opened && one.rank !== null)
        const { nomination, sheets, eligible, quorum } = line
        result.plenary.push({ nomination, reason: 'other', sheets, eligible, quorum })
      },
    ],
    [
      'a file that was sent and is ranked',
      (result: any) => {
        const sent = result.plenary[0].nomination
        const line = result.nominations.find((one: any) => one.nomination === sent)
        Object.assign(line, { rank: 9, score: '50', display: '50.00', state: 'ranked' })
      },
    ],
    [
      'its sheets miscounted',
      (result: any) => {
        result.plenary[0].sheets += 1
      },
    ],
    [
      'a quorum raised for it',
      (result: any) => {
        result.plenary[0].quorum += 5
      },
    ],
    [
      'jurors invented so that the quorum is missed',
      (result: any) => {
        result.plenary[0].eligible = 999
      },
    ],
    [
      'a reason that is none',
      (result: any) => {
        result.plenary[0].reason = 'wish'
      },
    ],
    [
      'a file sent twice',
      (result: any) => {
        result.plenary.push(result.plenary[0])
      },
    ],
    [
      'a file sent that is no finalist',
      (result: any) => {
        result.finalists = result.finalists.filter((one: string) => one !== result.plenary[0].nomination)
      },
    ],
    [
      'a finalist without a score whose sending is kept back',
      (result: any) => {
        result.plenary = result.plenary.slice(1)
      },
    ],
    [
      'a file of no first round',
      (result: any) => {
        result.plenary[0].round = '1'
      },
    ],
  ])('is not what it says: %s', (_, change) => {
    const forged = forge(build(SENT), 'results.json', (results) => change(withRanked(results)))
    expect(caught(forged)).toContain('plenary')
  })

  it.each([
    ['that never had one', (vote: any) => (vote ? null : undefined)],
    [
      'for somebody else',
      (vote: any) => {
        if (vote.ranking)
          for (const a of vote.ranking.candidates)
            for (const b in vote.ranking.ahead[a]) vote.ranking.ahead[a][b] = 0
        if (vote.award) Object.assign(vote.award, { award: 0, withhold: 3 })
        return vote
      },
    ],
  ])('gives no prize without a recorded vote %s', (_, change) => {
    const files = build(WON)
    const forged = forge(files, 'decisions.json', (decisions) => {
      const decision = decisionOf(files, decisions)
      decision.vote = change(decision.vote)
    })
    expect(caught(forged)).toContain('decisions')
  })

  it('is caught when a sheet of the first round is left out to miss its quorum, and when it advanced all the same', () => {
    const files = build(FIRST, ROUNDS)
    const more = forge(files, 'results.json', (results) => {
      ofFirst(results).plenary.find(({ round }: any) => round === '1').sheets += 1
    })
    expect(caught(more)).toContain('plenary')
    const advanced = forge(files, 'results.json', (results) => {
      const result = ofFirst(results)
      const { nomination } = result.plenary.find(({ round }: any) => round === '1')
      result.firstRound.stopped = result.firstRound.stopped.filter((one: string) => one !== nomination)
      result.firstRound.advanced.push(nomination)
    })
    expect(caught(advanced)).toEqual(expect.arrayContaining(['plenary', 'first-round']))
  })

  it('is caught by the matrix where the bundle opens no sheet', () => {
    const campaign = randomCampaign(SENT)
    const { publication } = campaign.regulation
    const regulation = { ...campaign.regulation, publication: { ...publication, level: 'L1' as const } }
    const built = buildBundle({ ...campaign, regulation }, sha256)
    if (!built.ok) throw new Error(built.reason)
    const files: Files = new Map(built.value.map(({ name, content }) => [name, content]))
    const matrix = JSON.stringify(matrixOf(campaign))
    expect(verify(files, matrix).failures).toEqual([])
    // One with its quorum, stripped of score and rank and said to have a sheet too few: only the sheets know better.
    const stripped = forge(files, 'results.json', (results) => {
      const result = withRanked(results)
      const line = result.nominations.find((one: any) => one.opened && one.rank !== null)
      Object.assign(line, {
        rank: null,
        score: null,
        display: '',
        state: 'below_quorum',
        sheets: line.quorum - 1,
      })
      const { nomination, sheets, eligible, quorum } = line
      result.plenary.push({ nomination, reason: 'other', sheets, eligible, quorum })
      result.finalists = [...new Set([...result.finalists, nomination])]
    })
    expect(caught(stripped)).not.toContain('plenary')
    const found = verify(stripped, matrix).failures.filter(({ about }) => about === 'matrix')
    expect(found.map(({ sentence }) => sentence).join()).toContain('it was sent to the plenary')
  })
})
