import type { Phase } from '#app/domain/campaign/phase.ts'

export type CampaignNow = {
  readonly phase: Phase
  readonly opensAt: number
  readonly closesAt: number
  readonly now: number
}

/** Received until the instant itself, not at it. */
export const isOpen = ({ phase, opensAt, closesAt, now }: CampaignNow): boolean =>
  phase === 'nominations' && opensAt <= now && now < closesAt

/** What the first line says: the phase, in words. */
export function stateOf(campaign: CampaignNow): string {
  if (isOpen(campaign)) return 'open'
  if (campaign.phase === 'nominations') return campaign.now < campaign.opensAt ? 'soon' : 'closed'
  return campaign.phase === 'published' || campaign.phase === 'archived' ? 'published' : campaign.phase
}
