import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import { loadCategoryProposals, loadCategorySurroundings } from '#app/adapters/db/category-proposals.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { loadCircle, type NominationCase } from '#app/adapters/db/nominations.ts'
import { loadDecisions } from '#app/adapters/db/screening.ts'
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts'
import type { RecategorisationFacts } from '#app/domain/nomination/recategorisation.ts'
import { liveDecision } from './screening-unit.ts'

/** The proposal that the page showed. */
export type SeenCategory = { readonly nominationId: string; readonly proposalId: string }

/**
 * What a change of category is decided on, with the campaign's row locked after the file's: two files of one body cannot
 * pass the number per category together.
 */
export async function loadRecategorisation(
  tx: Tx,
  found: NominationCase,
): Promise<Result<RecategorisationFacts, 'not-found'>> {
  const campaign = await lockCampaign(tx, found.campaign.id)
  if (!campaign) return refuse('not-found')
  const { nomination } = found
  const proposals = await loadCategoryProposals(tx, nomination.id)
  return ok({
    nomination,
    context: await loadCircle(tx, { ...found, campaign }),
    regulation: campaign.regulation,
    open: proposals.find(({ state }) => state === 'open') ?? null,
    decisionStands: liveDecision(await loadDecisions(tx, nomination.id)) !== null,
    ...(await loadCategorySurroundings(tx, nomination)),
  })
}

/** Whether another proposal than the one on the page is open now. */
export const isOvertaken = ({ open }: RecategorisationFacts, { proposalId }: SeenCategory): boolean =>
  open !== null && open.id !== proposalId
