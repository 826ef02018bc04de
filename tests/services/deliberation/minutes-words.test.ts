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
  const ranking = recordOfPairwise(pairwiseOf(papers, Object.keys(NAMES)), papers.length)
  const motion = {
    ...{ id: 'm', itemId: 'i', kind: 'ranking' as const, secret: true, state: 'closed' as const, voters: 5 },
    ...{ question: { candidates: [], majority: 'simple' as const, eligible: 5 } },
    ...{ openedAt: instant(1), closedAt: instant(2), result: { kind: 'ranking' as const, ranking } },
  }
  return voteOf(motion, {}, nominations)?.motion
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
