import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import { loadFlagFacts, loadFlagReader } from '#app/adapters/db/flag-facts.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { FlagFacts } from '#app/domain/deliberation/flag.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'

/**
 * A reader's file with what raising or withdrawing a flag is decided on. The campaign's row is locked first, as every act
 * of the meeting locks it: no vote opens and no prize is given while a flag is raised. A file that is hidden, foreign or no
 * longer competes is answered alike.
 */
export async function loadFlagCase(tx: Tx, actor: Actor, nominationId: string): Promise<Result<FlagFacts>> {
  const asked = await loadNomination(tx, nominationId, 'read')
  if (!asked || !(await lockCampaign(tx, asked.campaign.id))) return refuse('not-found')
  const found = await loadNomination(tx, nominationId, 'lock')
  const reader = await loadFlagReader(tx, actor.personId, nominationId)
  if (found?.nomination.state !== 'admissible' || !reader || reader.recused) return refuse('not-found')
  const { seatId, ...access } = reader
  const { id: campaignId, phase } = found.campaign
  const permit = decide(actor, 'flag.raise', { ...access, campaignId, phase })
  if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
  return ok(await loadFlagFacts(tx, found.nomination, seatId))
}
