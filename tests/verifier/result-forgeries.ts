import { firstRanked, honest, read } from './forge.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
/** Forgeries of results, rules and decisions. */
export const RESULT_FORGERIES: readonly (readonly [string, string, string, (content: any) => void])[] = [
  [
    'a score raised',
    'results.json',
    'scores',
    (results) => {
      firstRanked(results).score = '100'
    },
  ],
  [
    'a display that flatters',
    'results.json',
    'scores',
    (results) => {
      firstRanked(results).display = '99.99'
    },
  ],
  [
    'one digit of a finalist',
    'results.json',
    'results',
    (results) => {
      results[0].finalists[1] = results[0].finalists[1].replace(/.$/, 'x')
    },
  ],
  [
    'a finalist named twice',
    'results.json',
    'results',
    (results) => {
      results[0].finalists[1] = results[0].finalists[0]
    },
  ],
  [
    'one digit of the quorum of a vote',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.find((one: any) => one.outcome === 'withheld').vote.award.needed -= 1
    },
  ],
  [
    'more present than were eligible',
    'decisions.json',
    'decisions',
    (decisions) => {
      const { award } = decisions.find((one: any) => one.outcome === 'withheld').vote
      award.present = award.eligible + 1
    },
  ],
  [
    'two ranks swapped',
    'results.json',
    'ranking',
    (results) => {
      const placed = results[0].nominations.filter(
        (line: any) => line.rank !== null && line.tiedWith.length === 0,
      )
      const [a, b] = placed
      ;[a.rank, b.rank] = [b.rank, a.rank]
    },
  ],
  [
    'a step that did not decide',
    'results.json',
    'ranking',
    (results) => {
      firstRanked(results).decidedBy = 'lot'
    },
  ],
  [
    'a nomination placed under its quorum',
    'results.json',
    'quorum',
    (results) => {
      firstRanked(results).eligible = 99
    },
  ],
  [
    'another combining rule',
    'results.json',
    'aggregation',
    (results) => {
      results[0].combining = results[0].combining === 'median' ? 'mean' : 'median'
    },
  ],
  [
    'the sheets of a nomination miscounted',
    'results.json',
    'quorum',
    (results) => {
      firstRanked(results).sheets += 1
    },
  ],
  [
    'a weight changed after the freeze',
    'regulation.json',
    'regulation',
    (frozen) => {
      frozen.regulation.awardName.fr = 'Autre prix'
    },
  ],
  [
    'a rubric changed with its hash',
    'regulation.json',
    'sheets',
    (frozen) => {
      frozen.regulation.categories[0].rubric.criteria[0].levels[0].points = '-5'
    },
  ],
  [
    'the prize given to the second without a vote',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions[0].winners = [
        read(honest, 'results.json')[0].nominations.find(
          (line: any) => line.rank > 1 && line.tiedWith.length === 0,
        ).nomination,
      ]
    },
  ],
  [
    'a prize given to a stranger',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions[0].winners = ['n-stranger']
    },
  ],
  [
    'a prize withheld without a vote',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.find((one: any) => one.outcome === 'withheld').vote = null
    },
  ],
  [
    'a prize withheld by a minority',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.find((one: any) => one.outcome === 'withheld' && one.vote).vote.award.withhold = 1
    },
  ],
  [
    'a prize without decision',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.pop()
    },
  ],
  [
    'a prize withheld without a coded reason',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.find((one: any) => one.outcome === 'withheld').reason = 'other'
    },
  ],
]
