import type { Actor } from '#app/domain/access/actor.ts'
import type { PolicyFacts } from '#app/domain/access/facts.ts'
import type { Role } from '#app/domain/access/rule.ts'

export const anActor = (over: Partial<Actor> = {}): Actor => ({
  personId: 'me',
  name: 'Personne de démonstration',
  locale: 'fr',
  secondFactor: true,
  grants: [],
  seats: [],
  mandates: [],
  origin: { requestId: 'r', address: null },
  ...over,
})

/** Somebody who holds exactly one role in campaign c1 (an applicant: for administration a1). */
export function holding(role: Role): Actor | null {
  switch (role) {
    case 'public':
      return null
    case 'account':
      return anActor()
    case 'system':
      return anActor({ personId: '00000000-0000-0000-0000-000000000000' })
    case 'editor':
    case 'signatory':
      return anActor({ mandates: [{ mandateId: 'm', administrationId: 'a1', role }], secondFactor: false })
    case 'juror':
    case 'chair':
    case 'deputy':
    case 'expert':
      return anActor({ seats: [{ seatId: 's1', campaignId: 'c1', role, accepted: true }] })
    case 'administrator':
      return anActor({ grants: [{ role, campaignId: null }] })
    default:
      return anActor({ grants: [{ role, campaignId: 'c1' }] })
  }
}

/** Everything that can speak for the actor does. */
export const favourable: Omit<Required<PolicyFacts>, 'phase'> = {
  campaignId: 'c1',
  administrationId: 'a1',
  ownerId: 'me',
  recused: false,
  charterSigned: true,
  declared: true,
  assigned: true,
  deputises: true,
  firstHand: 'other',
  involved: [],
  appealed: true,
  ownSealed: true,
  listPublic: true,
  evaluationClosed: true,
}
