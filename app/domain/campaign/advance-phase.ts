import { ok, refuse } from '../kernel/result.ts'
import { notify } from '../notice/notice.ts'
import { blockersAt } from './gate.ts'
import { skipsSecondRound, transitionBetween } from './phase.ts'
import { secondRoundPlaces } from '../scoring/shortlist.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Campaign } from './campaign.ts'
import type { GateFacts } from './gate.ts'
import type { GateName, Phase, TransitionHand } from './phase.ts'

/** The gate the caller loaded facts for; it must be the gate of the transition asked. */
export type GateInput = {
  readonly [G in GateName]: { readonly gate: G; readonly facts: GateFacts[G] }
}[GateName]

const blocking = (input: GateInput): readonly { readonly code: string }[] => {
  switch (input.gate) {
    case 'opening':
      return blockersAt('opening', input.facts)
    case 'closing':
      return blockersAt('closing', input.facts)
    case 'evaluation':
      return blockersAt('evaluation', input.facts)
    case 'sheets':
      return blockersAt('sheets', input.facts)
    case 'hearings':
      return blockersAt('hearings', input.facts)
    case 'finalisation':
      return blockersAt('finalisation', input.facts)
    case 'release':
      return blockersAt('release', input.facts)
    case 'archiving':
      return blockersAt('archiving', input.facts)
  }
}

export type AdvanceReason =
  'second-round-missing' | 'illegal-transition' | 'wrong-hand' | 'wrong-gate' | 'blocked'

/**
 * Moves a campaign to the next phase (product.md section 4). Refuses a transition outside the table, one that
 * leaves out the second round of the regulation, a hand the
 * table does not name, facts of another gate, and anything the gate blocks (`codes` lists what).
 */
export function advancePhase(
  campaign: Campaign,
  to: Phase,
  hand: TransitionHand,
  input: GateInput,
  people: readonly string[],
): Result<{ campaign: Campaign; entry: EntryDraft; notices: readonly NoticeDraft[] }, AdvanceReason> {
  const found = transitionBetween(campaign.phase, to)
  if (!found.ok) return found
  const transition = found.value
  if (skipsSecondRound(campaign.phase, to, secondRoundPlaces(campaign.regulation)))
    return refuse('second-round-missing')
  if (!(transition.hands as readonly TransitionHand[]).includes(hand)) return refuse('wrong-hand', { hand })
  if (transition.gate !== input.gate) return refuse('wrong-gate', { gate: input.gate })
  const blockers = blocking(input)
  if (blockers.length > 0) {
    return refuse('blocked', {
      count: blockers.length,
      codes: [...new Set(blockers.map(({ code }) => code))],
    })
  }
  const facts = { from: campaign.phase, to }
  return ok({
    campaign: { ...campaign, phase: to, version: campaign.version + 1 },
    entry: {
      act: 'phaseChanged',
      subject: { type: 'campaign', id: campaign.id },
      campaignId: campaign.id,
      facts,
    },
    notices: notify('phase-changed', people, campaign.id, { campaign: campaign.id, ...facts }),
  })
}
