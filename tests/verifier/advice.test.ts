import { describe, expect, it } from 'vitest'
import type { AdviceDocument } from '#app/domain/advice/advice.ts'
import { buildBundle } from '#app/domain/results/bundle.ts'
import type { BundleInput } from '#app/domain/results/bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { randomCampaign, sha256 } from './random-campaign.ts'

const none = { value: null, withheld: { because: 'no-sheets', facts: {} } } as const
const adviceFor = (input: BundleInput, probability: number): AdviceDocument[] =>
  input.categories.map(({ code, ranking }) => ({
    schema: 'imtiyaz.advice/1',
    ...{ category: code, places: 1, seed: 7, jurors: [], unusual: [], reserves: [] },
    ...{ severity: none, reliability: none, chance: none },
    agreement: { value: { alpha: 0.41, low: -0.02, high: null, resamples: 5000 }, withheld: null },
    nominations: ranking.map(({ nominationId }, at) => ({
      ...{ nominationId, rank: at + 1, score: 50, official: null, adjusted: null },
      ...{ best: 1, worst: 2, wide: false },
      chance: { probability, class: 'open' as const },
    })),
  }))

const bundleAt = (level: 'L0' | 'L1' | 'L2', probability = 0.5) => {
  const input = randomCampaign(3)
  const publication = { ...input.regulation.publication, level }
  const whole = { ...input, regulation: { ...input.regulation, publication } }
  const files = buildBundle({ ...whole, advice: adviceFor(whole, probability) }, sha256)
  if (!files.ok) throw new Error(files.reason)
  return { input, files: new Map(files.value.map(({ name, content }) => [name, content])) }
}
const advisory = (files: ReadonlyMap<string, string>) =>
  JSON.parse(files.get('advisory.json') ?? '[]') as {
    agreement: { alpha: string; low: string; high: null }
    nominations: { nomination: string; probability: string; class: string }[]
  }[]

describe('the advisory file of a bundle', () => {
  it('stands from level L1 on, and never at L0', () => {
    expect(bundleAt('L0').files.has('advisory.json')).toBe(false)
    for (const level of ['L1', 'L2'] as const) {
      const { files } = bundleAt(level)
      expect(verify(files).failures).toEqual([])
      expect(verify(files).findings.some(({ sentence }) => sentence.includes('are not recomputed'))).toBe(
        true,
      )
    }
  })

  it('speaks of laureates and finalists only, in decimal text', () => {
    const { input, files } = bundleAt('L2')
    const opened = new Set([
      ...input.categories.flatMap((one) => one.finalists),
      ...input.decisions.flatMap((one) => one.winners),
    ])
    const rows = advisory(files).flatMap(({ nominations }) => nominations)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ nomination }) => opened.has(nomination))).toBe(true)
    expect(advisory(files)[0]?.agreement).toEqual({ alpha: '0.410000', low: '-0.020000', high: null })
  })

  it('prints the class that its own printed probability has', () => {
    for (const [probability, name] of [
      [0.8999999, 'clear'],
      [0.8999, 'open'],
      [0.10000049, 'out'],
      [0.1001, 'open'],
    ] as const) {
      const { files } = bundleAt('L1', probability)
      expect(advisory(files)[0]?.nominations[0]?.class).toBe(name)
      expect(verify(files).failures).toEqual([])
    }
  })

  it('is refused with a class that its probability contradicts, or about a nomination that is not opened', () => {
    const { files } = bundleAt('L2')
    for (const [from, to] of [
      ['"class":"open"', '"class":"clear"'],
      ['"nomination":"', '"nomination":"other-'],
    ] as const) {
      const forged = new Map(files).set('advisory.json', (files.get('advisory.json') ?? '').replace(from, to))
      expect(verify(forged).failures.some(({ about }) => about === 'advice')).toBe(true)
      expect(verify(forged).failures.some(({ about }) => about === 'manifest')).toBe(true)
    }
  })
})
