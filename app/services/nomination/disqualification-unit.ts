import { readersOf } from '#app/adapters/db/assignments.ts'
import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import { loadDisqualifications, loadJuryHold } from '#app/adapters/db/disqualifications.ts'
import { organisersOf } from '#app/adapters/db/grants.ts'
import { unconflicted } from '#app/adapters/db/own-files.ts'
import { loadCircle, loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Role } from '#app/domain/access/rule.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { DisqualificationFacts } from '#app/domain/nomination/disqualification.ts'
import type { Unit } from '../run.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

/** The proposal that the page showed. */
export type SeenDisqualification = { readonly nominationId: string; readonly proposalId: string }
export type DisqualificationCase = {
  readonly found: NominationCase
  readonly facts: DisqualificationFacts
  readonly as: Role
}

/**
 * The file with what its disqualification is decided on. The campaign's row is locked first, as every act of the jury's
 * meeting locks it, so that no prize is given and no sheet sealed while the file leaves.
 */
export async function loadDisqualification(
  { tx }: Unit,
  actor: Actor,
  action: 'screening.propose-disqualification' | 'screening.disqualify',
  nominationId: string,
): Promise<Result<DisqualificationCase, PermitReason>> {
  const asked = await loadNomination(tx, nominationId, 'read')
  if (!asked || !(await lockCampaign(tx, asked.campaign.id))) return refuse('not-found')
  const found = await loadNomination(tx, nominationId, 'lock')
  if (!found) return refuse('not-found')
  const live =
    (await loadDisqualifications(tx, nominationId)).find(({ state }) => state !== 'returned') ?? null
  const permit = permitOnNomination(actor, action, found, { firstHand: live?.proposedBy ?? null })
  if (!permit.ok) return permit
  const facts = {
    nomination: found.nomination,
    context: await loadCircle(tx, found),
    organisers: await unconflicted(tx, await organisersOf(tx, found.campaign.id), nominationId),
    jury: found.nomination.state === 'admissible' ? await readersOf(tx, found.nomination) : [],
    live,
    ...(await loadJuryHold(tx, nominationId)),
  }
  return ok({ found, facts, as: permit.value.as })
}

/** Whether the page showed another proposal than the one that waits now. */
export const isOvertaken = ({ live }: DisqualificationFacts, { proposalId }: SeenDisqualification): boolean =>
  live?.state === 'proposed' && live.id !== proposalId
