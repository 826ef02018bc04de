import type { Tx } from '#app/adapters/db/client.server.ts'
import { frozenRules, type RulesRef } from '#app/adapters/db/frozen-rules.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'

/** Names the newest frozen rules of a seat's campaign, as a value of a SELECT; `seat` is its id, as one too. */
export const rulesOfSeat = (seat: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT jsonb_build_object('id', v.id, 'hash', v.hash) FROM regulation_version v
    WHERE v.state = 'frozen' AND v.campaign_id = (SELECT t.campaign_id FROM seat t WHERE t.id = ${seat})
    ORDER BY v.number DESC LIMIT 1)`

/** How many criteria the rubric of each category has, by its code; none before the rules are frozen. */
export async function rubricSizes(
  tx: Tx,
  rules: RulesRef | null | undefined,
): Promise<ReadonlyMap<string, number>> {
  const categories = rules ? (await frozenRules(tx, rules)).categories : []
  return new Map(categories.map(({ code, rubric }) => [code, rubric.criteria.length]))
}
