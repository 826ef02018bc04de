import { describe, expect, it } from 'vitest'
import { buildBundle } from '#app/domain/results/bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { randomCampaign, sha256 } from './random-campaign.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
type Bend = (results: any) => void

/** The first random campaign in which a lot decided a place, and where. */
function drawnCampaign() {
  for (let seed = 1; seed < 2000; seed += 1) {
    const campaign = randomCampaign(seed)
    const at = campaign.categories.findIndex(
      ({ ranking, finalists }) =>
        finalists.length === ranking.length && ranking.some((one) => one.decidedBy === 'lot'),
    )
    if (at >= 0) return { campaign, at }
  }
  throw new Error('no campaign was decided by lot')
}
const { campaign, at } = drawnCampaign()
const built = buildBundle(campaign, sha256)
const files = new Map(built.ok ? built.value.map(({ name, content }) => [name, content]) : [])
/** What the verifier says of the bundle with its results bent. */
function failuresWhen(bend: Bend): readonly string[] {
  const results = JSON.parse(files.get('results.json') ?? '')
  bend(results[at])
  const report = verify(new Map([...files, ['results.json', JSON.stringify(results)]]))
  return report.failures.map(({ sentence }) => sentence)
}

describe('a lot in the bundle', () => {
  it('is drawn again from the public draw, and found to be the same', () => {
    const report = verify(files)
    expect(report.failures).toEqual([])
    const { outcome } = campaign.categories[at]!.lot!.draw
    expect(report.findings.map(({ sentence }) => sentence)).toContain(
      `${campaign.categories[at]!.code}: the lot drawn again from «${outcome}»`,
    )
  })

  it.each<[string, Bend]>([
    ['another outcome', (result) => (result.draw.outcome += '1')],
    ['another draw than the one named', (result) => (result.draw.source = 'Un autre tirage')],
    ['no draw at all', (result) => (result.draw = null)],
    ['the order turned round', (result) => result.lotOrder.reverse()],
    ['a draw without its order', (result) => (result.lotOrder = null)],
  ])('is refused with %s', (_, bend) => {
    expect(failuresWhen(bend).join('; ')).toMatch(/: the (order of the )?lot is not /)
  })
})
