import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Actor } from './actor.ts'

/**
 * The separate hands of one campaign (product.md section 5): eligibility, scores, deliberation, release. The
 * organiser reads no sheet before release, so the seats are closed to them as well; the auditor holds nothing
 * that they would have to audit.
 */
export const HANDS = ['secretariat', 'juror', 'chair', 'publisher', 'organiser', 'auditor', 'expert'] as const
export type Hand = (typeof HANDS)[number]

const APART: readonly (readonly [Hand, Hand])[] = [
  ['secretariat', 'juror'],
  ['secretariat', 'chair'],
  ['secretariat', 'publisher'],
  ['juror', 'chair'],
  ['juror', 'publisher'],
  ['chair', 'publisher'],
  ['organiser', 'juror'],
  ['organiser', 'chair'],
  ['expert', 'juror'],
  ['expert', 'chair'],
  ['expert', 'secretariat'],
  ['expert', 'organiser'],
  ['expert', 'publisher'],
  ['auditor', 'secretariat'],
  ['auditor', 'juror'],
  ['auditor', 'chair'],
  ['auditor', 'publisher'],
  ['auditor', 'organiser'],
  ['auditor', 'expert'],
]

/** Whether one account may not hold both in the same campaign. */
export const areApart = (a: Hand, b: Hand): boolean =>
  APART.some(([one, other]) => (one === a && other === b) || (one === b && other === a))

/** The hands a person holds in a campaign. Chair and deputy are the same hand; an open invitation is none yet. */
export function handsIn(actor: Pick<Actor, 'grants' | 'seats'>, campaignId: string): readonly Hand[] {
  const granted = actor.grants.flatMap(({ role, campaignId: of }): Hand[] =>
    of === campaignId && role !== 'administrator' ? [role] : [],
  )
  const seated = actor.seats.flatMap(({ role, campaignId: of, accepted }): Hand[] =>
    of === campaignId && accepted ? [role === 'deputy' ? 'chair' : role] : [],
  )
  return [...new Set([...granted, ...seated])]
}

/** The two hands of one account that may not meet, or null. */
export function separationBreach(hands: readonly Hand[]): readonly [Hand, Hand] | null {
  return APART.find(([one, other]) => hands.includes(one) && hands.includes(other)) ?? null
}

/** Whether a person may be given one more hand in a campaign. Names the hand that stands against it. */
export function mayHold(hands: readonly Hand[], wanted: Hand): Result<true, 'separate-hands'> {
  const against = hands.find((hand) => areApart(hand, wanted))
  return against === undefined ? ok(true) : refuse('separate-hands', { hand: against, wanted })
}
