import { expect, it } from 'vitest'
import { pairwiseOf, type RankingBallot } from '#app/domain/deliberation/pairwise.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { recordOfPairwise } from '#app/domain/results/vote-record.ts'
import { voteOf } from '#app/services/deliberation/minutes-words.ts'

const NAMES = { a: 'Guichet', b: 'Portail', c: 'Registre' }
const nominations = new Map(
  Object.entries(NAMES).map(([id, fr]) => [
    id,
    { id, state: 'admissible', reference: id, title: { fr, ar: fr }, administration: {} },
  ]),
)

/** The vote on a prize as the minutes tell it. */
function told(papers: readonly RankingBallot[]) {
  return vote(papers)?.motion
}
function vote(papers: readonly RankingBallot[]) {
  const ranking = recordOfPairwise(pairwiseOf(papers, Object.keys(NAMES)), papers.length)
  const motion = {
    ...{ id: 'm', itemId: 'i', kind: 'ranking' as const, secret: true, state: 'closed' as const, voters: 5 },
    ...{ question: { candidates: [], majority: 'simple' as const, eligible: 5 } },
    ...{ openedAt: instant(1), closedAt: instant(2), result: { kind: 'ranking' as const, ranking } },
  }
  return voteOf(motion, {}, nominations)
}

const favourite: RankingBallot = [['a'], ['b'], ['c']]
const other: RankingBallot = [['b'], ['c'], ['a']]

it('says nothing of the checks while they name the same finalist', () => {
  expect(told([favourite, favourite, favourite])?.fr).toMatch(/Guichet$/)
})

it('says that the jury saw another method put another finalist first', () => {
  const motion = told([favourite, favourite, favourite, other, other])
  expect(motion?.fr).toMatch(/Guichet\. .*Borda.*Kemeny.*;/)
  expect(motion?.ar).toMatch(/Guichet\. .*بوردا.*كيميني/)
})

it('names the method that decided: Condorcet where one beats each other, else Schulze, else none', () => {
  const last: RankingBallot = [['c'], ['a'], ['b']]
  const of = (papers: readonly RankingBallot[]) => vote(papers)?.election
  expect(of([favourite])).toMatchObject({
    outcome: 'elected',
    method: { fr: expect.stringMatching(/Condorcet.* a /) },
  })
  const circle = [favourite, favourite, favourite, other, other, last, last]
  expect(of(circle)).toMatchObject({
    ...{ ranked: true, outcome: 'elected' },
    method: {
      fr: expect.stringMatching(/Schulze.*désigne le dossier a\./u),
      ar: expect.stringMatching(/شولتسه.* a\./u),
    },
  })
  expect(of([favourite, other, last])).toMatchObject({
    outcome: 'tied',
    method: { fr: expect.stringMatching(/a, b et c\.$/u), ar: expect.stringMatching(/a.*و.?b.*و.?c\.$/u) },
  })
})
