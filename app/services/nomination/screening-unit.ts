import { isCategoryAsked } from '#app/adapters/db/category-proposals.ts'
import { holdPhase, loadCircle, loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import { loadChecks, loadDecisions } from '#app/adapters/db/screening.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { ScreeningFacts } from '#app/domain/nomination/screening.ts'
import type { ScreeningDecision } from '#app/domain/nomination/screening-decision.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

export type ScreeningCase = NominationCase & { readonly facts: ScreeningFacts }

/** The version of the clerks' work on the page from which the act was asked. */
export type SeenScreening = { readonly nominationId: string; readonly version: number }
export type SeenProposal = { readonly nominationId: string; readonly proposalId: string }

/** The proposal or decision that counts, if any: a returned one does not. */
export const liveDecision = (decisions: readonly ScreeningDecision[]): ScreeningDecision | null =>
  decisions.find(({ state }) => state !== 'returned') ?? null

/** The file under its lock and its campaign's phase held, the policy asked, and the facts a screening act is decided on. */
async function loadScreening(
  tx: Tx,
  actor: Actor,
  action: Action,
  nominationId: string,
): Promise<Result<ScreeningCase, PermitReason>> {
  await holdPhase(tx, nominationId)
  const found = await loadNomination(tx, nominationId, 'lock')
  if (!found) return refuse('not-found')
  const live = liveDecision(await loadDecisions(tx, nominationId))
  const permit = permitOnNomination(actor, action, found, { firstHand: live?.proposedBy ?? null })
  if (!permit.ok) return permit
  const facts = {
    nomination: found.nomination,
    context: await loadCircle(tx, found),
    checks: found.campaign.regulation.screening.checks,
    verdicts: await loadChecks(tx, nominationId),
    live,
    categoryAsked: await isCategoryAsked(tx, nominationId),
  }
  return ok({ ...found, facts })
}

/** The same for the first hand, unless a colleague worked on the file after its page was drawn. */
export async function loadSeen(
  tx: Tx,
  actor: Actor,
  action:
    'screening.check' | 'screening.propose' | 'screening.request-completion' | 'screening.propose-category',
  seen: SeenScreening,
): Promise<Result<ScreeningCase, PermitReason | 'stale-version'>> {
  const found = await loadScreening(tx, actor, action, seen.nominationId)
  if (!found.ok) return found
  const { screeningVersion } = found.value
  return screeningVersion === seen.version ? found : refuse('stale-version', { version: screeningVersion })
}

/** The same for the second hand, which answers the very proposal that its page showed. */
export async function loadProposed(
  tx: Tx,
  actor: Actor,
  action: 'screening.validate' | 'screening.return',
  seen: SeenProposal,
): Promise<Result<ScreeningCase, PermitReason | 'stale-version'>> {
  const found = await loadScreening(tx, actor, action, seen.nominationId)
  if (!found.ok) return found
  const { live } = found.value.facts
  if (live?.state === 'proposed' && live.id !== seen.proposalId) return refuse('stale-version')
  return found
}
