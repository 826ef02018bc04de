import { templateRegulation } from '#app/domain/campaign/template.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'

export const at = (iso: string): Instant => instant(Date.parse(iso))
/** GMT+1 all year: enough where the change of hour is not the subject. */
export const offsetAt = (): number => 60
export const OPENS = at('2026-03-02T08:00:00Z')
export const hashOf = (document: unknown): string => `hash-of-${JSON.stringify(document).length}`

export const aRegulation = templateRegulation(OPENS, offsetAt)
export const aCampaign = (over: Partial<Campaign> = {}): Campaign => ({
  id: 'c1',
  slug: '2026',
  year: 2026,
  editionNumber: 17,
  phase: 'preparation',
  regulation: aRegulation,
  regulationVersion: 1,
  regulationHash: null,
  frozenAt: null,
  synthetic: false,
  version: 1,
  ...over,
})
