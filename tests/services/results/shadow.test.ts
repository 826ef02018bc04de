import { beforeAll, describe, expect, it } from 'vitest'
import { loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { tallyDifferences, tallyLines, type TallyLine } from '#app/domain/results/shadow-tally.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import { aggregationRule } from '#app/domain/scoring/aggregation-rule.ts'
import { lotOrderOf } from '#app/domain/scoring/lot-draw.ts'
import { rankCategory } from '#app/domain/scoring/ranking.ts'
import { sha256 } from '#tests/verifier/random-campaign.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { type Panel, storeRandomPanels } from './random-panels.ts'

const CAMPAIGNS = 500

/** What the domain says of one category, from the cells themselves. */
function officialOf({ regulation, draw, nominations }: Panel, code: string) {
  const rule = must(aggregationRule(regulation, code))
  const scores = aggregateCategory(rule, nominations.get(code) ?? [])
  const { decimals } = regulation.scoring
  const nominationIds = (nominations.get(code) ?? []).map((one) => one.nominationId)
  const lotOrder = lotOrderOf(regulation.scoring, draw, { category: code, nominationIds }, sha256)
  const ranking = rankCategory({ rubric: rule.rubric, decimals, lotOrder }, scores.scores)
  return { scores, ranking, lines: tallyLines(ranking, scores.scores) }
}

/** Every line of the second computation, by campaign and category, in one statement. */
async function shadowsOf({ owner }: TestDb): Promise<ReadonlyMap<string, readonly TallyLine[]>> {
  const { rows } = await owner.query<TallyLine & { place: string }>(`
    SELECT c.id || ' ' || s.category AS place, s.nomination_id AS "nominationId", s.state, s.score, s.place AS rank,
      s.decided_by AS "decidedBy", s.sheets, s.eligible, s.quorum
    FROM campaign c CROSS JOIN LATERAL shadow_tally(c.id) s`)
  const grouped = Map.groupBy(rows, ({ place }) => place)
  return new Map([...grouped].map(([at, found]) => [at, found.map(({ place: _, ...line }) => line)]))
}

describe('the second computation in SQL', () => {
  let panels: readonly Panel[]
  let test: TestDb
  beforeAll(async () => {
    test = await testDb()
    panels = await storeRandomPanels(
      test,
      Array.from({ length: CAMPAIGNS }, (_, at) => at + 1),
    )
  }, 120_000)

  it(`equals the domain to the last digit on ${CAMPAIGNS} random campaigns`, async () => {
    const shadows = await shadowsOf(test)
    const reached = new Set<string>()
    for (const panel of panels) {
      for (const code of panel.nominations.keys()) {
        const { scores, ranking, lines } = officialOf(panel, code)
        const differences = tallyDifferences(lines, shadows.get(`${panel.campaign} ${code}`) ?? [])
        expect({ seed: panel.seed, code, differences }).toEqual({ seed: panel.seed, code, differences: [] })
        reached.add(scores.rule)
        const cells = panel.nominations.get(code)?.flatMap((one) => one.cells) ?? []
        if (cells.some((cell) => cell.rubric)) reached.add('earlier version')
        for (const { state, decidedBy, tiedWith } of ranking) {
          reached.add(state).add((decidedBy ?? 'unranked').replace(/:.*/, ''))
          if (tiedWith.length > 0) reached.add('tied')
        }
        if (scores.scores.some((one) => one.failedThresholds.includes('total'))) reached.add('total')
        if (scores.scores.some((one) => one.renormalisedSheets > 0)) reached.add('renormalised')
        const tied = new Set(ranking.filter((one) => one.tiedWith.length > 0).map((one) => one.nominationId))
        for (const { carried, nominationId, state } of scores.scores)
          if (carried && state === 'scored')
            reached.add(tied.has(nominationId) ? 'carried and tied' : 'carried')
      }
    }
    // A generator that never reaches a rule would agree about nothing.
    expect([...reached].sort()).toEqual(
      [
        ...['mean', 'median', 'trimmed', 'ranked', 'below_quorum', 'below_threshold', 'renormalised'],
        ...[
          'score',
          'criterion',
          'head-to-head',
          'median',
          'lot',
          'tied',
          'total',
          'unranked',
          'earlier version',
          'carried',
          'carried and tied',
        ],
      ]
        .filter((one, at, all) => all.indexOf(one) === at)
        .sort(),
    )
  }, 180_000)

  it('was compared where the two rounds had different readers', async () => {
    const { rows } = await test.owner.query<{ late: boolean; alone: number }>(`
      SELECT s.second_round AS late, count(*)::int AS alone FROM score_sheet s JOIN shortlist l USING (nomination_id)
      WHERE s.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM score_sheet o WHERE o.seat_id = s.seat_id
        AND o.nomination_id = s.nomination_id AND o.second_round <> s.second_round) GROUP BY 1 ORDER BY 1`)
    expect(rows.map(({ late, alone }) => [late, alone > 50])).toEqual([
      [false, true],
      [true, true],
    ])
  })

  it('is compared at the gate with what is read back from the sheets', async () => {
    await test.db.office.$transaction(
      async (tx) => {
        for (const { campaign } of panels.slice(0, 24)) {
          const standings = must(await loadStandings(tx, campaign, sha256))
          const shadow = await loadShadow(tx, campaign)
          for (const [code, { ranking, scores }] of standings)
            expect(tallyDifferences(tallyLines(ranking, scores.scores), shadow.get(code) ?? [])).toEqual([])
        }
      },
      { timeout: 60_000 },
    )
  }, 60_000)
})
