import type { FlagVote } from '#app/domain/results/bundle-input.ts'
import type { Client, Tx } from './client.server.ts'

/** Every vote of the plenary that settled a flag, in the order they were held, with the category that it was held in. */
export async function loadFlagVotes(
  client: Client | Tx,
  campaignId: string,
): Promise<readonly (FlagVote & { readonly category: string })[]> {
  return client.$queryRaw`
    SELECT k.code AS category, m.question -> 'candidates' ->> 0 AS "nominationId", m.result -> 'flag' AS vote
    FROM motion m JOIN deliberation_item i ON i.id = m.item_id JOIN prize_slot p ON p.id = i.slot_id
      JOIN category k ON k.id = p.category_id
    WHERE k.campaign_id = ${campaignId}::uuid AND m.kind = 'flag' AND m.state = 'closed'
      AND m.result -> 'flag' ->> 'outcome' <> 'not_quorate' ORDER BY m.closed_at, m.id`
}
