import { beforeAll, describe, expect, it } from 'vitest'
import { loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { tallyDifferences, tallyLines } from '#app/domain/results/shadow-tally.ts'
import { testDb } from '#tests/support/db.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { storeRandomPanels } from './random-panels.ts'

const SEEDS = Array.from({ length: 500 }, (_, at) => at + 1)

describe('the second computation in SQL', () => {
  let campaigns: ReadonlyMap<number, string>
  let test: Awaited<ReturnType<typeof testDb>>
  beforeAll(async () => {
    test = await testDb()
    campaigns = await storeRandomPanels(test, SEEDS)
    await test.owner.query('ANALYZE')
  }, 120_000)

  it(`equals the domain to the last digit on ${SEEDS.length} random campaigns`, async () => {
    const reached = new Map<string, number>()
    const seen = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1)
    await test.db.office.$transaction(
      async (tx) => {
        for (const [seed, campaign] of campaigns) {
          const standings = must(await loadStandings(tx, campaign))
          const shadow = await loadShadow(tx, campaign)
          for (const [code, { ranking, scores }] of standings) {
            const differences = tallyDifferences(tallyLines(ranking, scores.scores), shadow.get(code) ?? [])
            expect({ seed, code, differences }).toEqual({ seed, code, differences: [] })
            seen(scores.rule)
            for (const { state, decidedBy, tiedWith } of ranking) {
              seen(state)
              if (decidedBy) seen(decidedBy.replace(/:.*/, ''))
              if (tiedWith.length > 0) seen('tied')
            }
            for (const one of scores.scores) if (one.failedThresholds.includes('total')) seen('total')
            if (scores.scores.some((one) => one.renormalisedSheets > 0)) seen('renormalised')
          }
        }
      },
      { timeout: 240_000 },
    )
    // A generator that never reaches a rule would agree about nothing.
    expect([...reached.keys()].sort()).toEqual(
      [
        ...['mean', 'median', 'trimmed', 'ranked', 'below_quorum', 'below_threshold', 'renormalised'],
        ...['score', 'criterion', 'head-to-head', 'tied', 'total'],
      ].sort(),
    )
  }, 240_000)
})
