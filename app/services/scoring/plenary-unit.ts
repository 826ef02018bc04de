import { loadPlenaryFacts } from '#app/adapters/db/plenary-facts.ts'
import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import { loadOwnSeat } from '#app/adapters/db/interests.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { loadPresiding } from '#app/adapters/db/presiding.ts'
import { isRecusedPerson } from '#app/adapters/db/recusals.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { refuse, type Result } from '#app/domain/kernel/result.ts'
import type { PlenaryFacts } from '#app/domain/scoring/send-to-plenary.ts'

/**
 * The file with the campaign's row locked, as the gate of the phase locks it: nothing is sent while the round closes, and
 * of two sendings at once the second finds the first. A file that is hidden, foreign or not admitted is answered alike.
 */
export async function loadPlenaryCase(
  tx: Tx,
  actor: Actor,
  nominationId: string,
): Promise<Result<PlenaryFacts>> {
  const asked = await loadNomination(tx, nominationId, 'read')
  const role = asked && seatIn(actor, asked.campaign.id)?.role
  if (!asked || (role !== 'chair' && role !== 'deputy')) return refuse('not-found')
  if (await isRecusedPerson(tx, actor.personId, nominationId)) return refuse('not-found')
  const campaign = await lockCampaign(tx, asked.campaign.id)
  const found = await loadNomination(tx, nominationId, 'lock')
  if (!campaign || found?.nomination.state !== 'admissible') return refuse('not-found')
  const own = await loadOwnSeat(tx, actor.personId, campaign.id)
  const permit = decide(actor, 'plenary.send', {
    ...{ campaignId: campaign.id, phase: campaign.phase, recused: false },
    charterSigned: own?.charterSignedAt != null,
    deputises: (await loadPresiding(tx, nominationId)) === 'deputy',
  })
  if (!permit.ok) return permit
  return loadPlenaryFacts(tx, campaign, found.nomination)
}
