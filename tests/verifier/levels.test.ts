import { describe, expect, it } from 'vitest'
import { buildBundle } from '#app/domain/results/bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { randomCampaign, sha256 } from './random-campaign.ts'

describe('a bundle of a lower level', () => {
  it.each(['L0', 'L1'] as const)('is verified at %s as far as it is published, and says how far', (level) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const input = randomCampaign(seed)
      const publication = { ...input.regulation.publication, level }
      const files = buildBundle({ ...input, regulation: { ...input.regulation, publication } }, sha256)
      if (!files.ok) expect.fail(files.reason)
      const { failures, findings } = verify(new Map(files.value.map(({ name, content }) => [name, content])))
      expect({ seed, failures }).toEqual({ seed, failures: [] })
      expect(findings.some((finding) => finding.sentence.includes('cannot be recomputed'))).toBe(true)
    }
  })
})
