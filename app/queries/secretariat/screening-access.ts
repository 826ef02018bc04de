import type { NominationCase } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Action } from '#app/domain/access/action.ts'
import { decide } from '#app/domain/access/policy.ts'
import { actsForFile } from '#app/domain/nomination/nomination.ts'

/** Whether the policy lets this clerk do something with the file; the services ask the same, under the lock. */
export const mayScreen = (
  actor: Actor,
  action: Action,
  found: NominationCase,
  firstHand: string | null = null,
): boolean =>
  decide(actor, action, {
    campaignId: found.campaign.id,
    phase: found.campaign.phase,
    administrationId: found.nomination.administrationId,
    recused: actsForFile(actor, found.nomination),
    firstHand,
  }).ok

/** What stands in the head of every page of one file on the desk. */
export const screeningHead = ({ nomination, campaign, category, administration }: NominationCase) => ({
  id: nomination.id,
  reference: nomination.reference,
  state: nomination.state,
  title: nomination.title,
  category: category.name,
  administration: administration.name,
  campaignId: campaign.id,
  submittedAt: nomination.submittedAt,
})
