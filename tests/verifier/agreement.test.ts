import { describe, expect, it } from 'vitest'
import { compare } from '#app/domain/kernel/rational.ts'
import { buildBundle } from '#app/domain/results/bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { matrixOf, randomCampaign, sha256, type Variant } from './random-campaign.ts'

/** `npm run agree` plays ten thousand. */
const CAMPAIGNS = Number(process.env['CAMPAIGNS'] ?? 1000)

/** Every fourth campaign has two rounds: afresh, or with a part of the first carried over. */
const PERCENTS = [undefined, '30', '100/3', '12.5', '99', '0'] as const
const roundsOf = (seed: number): Variant => {
  if (seed % 4 !== 0) return {}
  const percent = PERCENTS[(seed / 4) % PERCENTS.length]
  const carried = percent === undefined ? {} : { firstRoundPercent: percent }
  return { rounds: { places: 1 + (seed % 3), ...carried } }
}

describe('the domain and the independent verifier', () => {
  it(`agree on ${CAMPAIGNS} random campaigns`, () => {
    const seen = {
      ties: 0,
      duels: 0,
      lots: 0,
      trimmed: 0,
      meanInstead: 0,
      belowQuorum: 0,
      belowThreshold: 0,
      renormalised: 0,
      closed: 0,
      departures: 0,
      shared: 0,
      withheld: 0,
      sealedBefore: 0,
      secondRounds: 0,
      carried: 0,
      stopped: 0,
      turnedByTheFirst: 0,
      onlyInTheFirst: 0,
      onlyInTheSecond: 0,
      inPlenary: 0,
      inPlenaryOfTheFirst: 0,
      wonInPlenary: 0,
    }
    for (let seed = 1; seed <= CAMPAIGNS; seed += 1) {
      const campaign = randomCampaign(seed, { hasChanged: seed % 3 === 0, ...roundsOf(seed) })
      const files = buildBundle(campaign, sha256)
      if (!files.ok) expect.fail(files.reason)
      const told = matrixOf(campaign)
      const matrix = JSON.stringify(told)
      const report = verify(new Map(files.value.map(({ name, content }) => [name, content])), matrix)
      expect({ seed, failures: report.failures }).toEqual({ seed, failures: [] })
      expect(report.findings.length).toBeGreaterThan(15)
      for (const { ranking, scores, finalists, firstRound, references, plenary } of campaign.categories) {
        seen.inPlenary += plenary.length
        seen.inPlenaryOfTheFirst += plenary.filter(({ isOfFirstRound }) => isOfFirstRound).length
        const won = new Set(campaign.decisions.flatMap(({ winners }) => winners))
        seen.wonInPlenary += plenary.filter(({ nominationId }) => won.has(nominationId)).length
        seen.ties += ranking.filter((one) => one.tiedWith.length > 0).length
        seen.duels += ranking.filter((one) => one.decidedBy === 'head-to-head').length
        seen.lots += ranking.filter((one) => one.decidedBy === 'lot').length
        seen.belowQuorum += ranking.filter((one) => one.state === 'below_quorum').length
        seen.belowThreshold += ranking.filter((one) => one.state === 'below_threshold').length
        seen.renormalised += scores.scores.filter((one) => one.renormalisedSheets > 0).length
        seen.trimmed += scores.rule === 'trimmed' ? 1 : 0
        seen.meanInstead +=
          scores.rule === 'mean' && campaign.regulation.scoring.aggregate === 'trimmed' ? 1 : 0
        seen.closed += ranking.filter(({ nominationId }) => !finalists.includes(nominationId)).length
        const carried = scores.scores.filter((one) => one.carried !== null)
        seen.secondRounds += firstRound && ranking.length > 0 ? 1 : 0
        seen.stopped += firstRound ? references.size - firstRound.advanced.length : 0
        seen.carried += carried.length
        // Whoever leads by both rounds is not who would lead by the second alone.
        const [leader] = ranking
        const ahead = carried.find(({ nominationId }) => nominationId === leader?.nominationId)?.ofSheets
        seen.turnedByTheFirst += carried.some(
          ({ state, ofSheets }) =>
            leader?.rank === 1 && state === 'scored' && ahead && ofSheets && compare(ofSheets, ahead) > 0,
        )
          ? 1
          : 0
      }
      // Of the nominations that advanced: jurors who read in one of the two rounds alone.
      const read = (round: string | undefined) =>
        new Set(told.rows.filter((row) => row.round === round).map((row) => `${row.nomination} ${row.juror}`))
      const [once, again] = [read('1'), read(undefined)]
      const advanced = new Set([...again].map((pair) => pair.split(' ')[0]))
      seen.onlyInTheSecond += [...again].filter((pair) => once.size > 0 && !once.has(pair)).length
      seen.onlyInTheFirst += [...once].filter(
        (pair) => advanced.has(pair.split(' ')[0]) && !again.has(pair),
      ).length
      const rubrics = new Set(campaign.sheets.map((sheet) => sheet.record.rubric))
      seen.sealedBefore += rubrics.size > campaign.categories.length ? 1 : 0
      seen.departures += campaign.decisions.filter((one) => one.vote?.ranking).length
      seen.shared += campaign.decisions.filter((one) => one.outcome === 'shared').length
      seen.withheld += campaign.decisions.filter((one) => one.outcome === 'withheld').length
    }
    // A campaign generator that never reaches a rule would agree about nothing.
    for (const [rule, times] of Object.entries(seen))
      expect({ rule, reached: times > 0 }).toEqual({ rule, reached: true })
  }, 1_800_000)
})
