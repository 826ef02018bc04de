import type { Client } from '#app/adapters/db/client.server.ts'
import type { NominationCase } from '#app/adapters/db/nominations.ts'
import { isReleased, type Phase } from '#app/domain/campaign/phase.ts'
import type { NominationState } from '#app/domain/nomination/nomination.ts'
import type { Outcome } from '#app/domain/nomination/standing.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'

type Entered = {
  readonly id: string
  readonly campaignId: string
  readonly state: NominationState
  readonly phase: Phase
}

const winnersOf = ({ categories }: Snapshot): readonly string[] =>
  categories.flatMap(({ slots }) =>
    slots.flatMap(({ winners }) => winners.map(({ nominationId }) => nominationId)),
  )

/**
 * What was published of each admissible nomination, read as the public reads it: nothing before the instant of the release.
 * One statement, and none where no edition among them is released.
 */
export async function outcomesOf(
  db: Client,
  entered: readonly Entered[],
): Promise<ReadonlyMap<string, Outcome>> {
  const decided = entered.filter(({ state, phase }) => state === 'admissible' && isReleased(phase))
  const campaigns = [...new Set(decided.map(({ campaignId }) => campaignId))]
  if (campaigns.length === 0) return new Map()
  const rows = await db.$queryRaw<{ campaign_id: string; document: Snapshot }[]>`
    SELECT DISTINCT ON (s.campaign_id) s.campaign_id, s.document
      FROM snapshot s JOIN campaign c ON c.id = s.campaign_id
     WHERE s.campaign_id = ANY(${campaigns}::uuid[]) AND c.phase IN ('published', 'archived')
       AND s.published_at <= award_now()
     ORDER BY s.campaign_id, s.number DESC`
  const published = new Map(rows.map((row) => [row.campaign_id, new Set(winnersOf(row.document))]))
  return new Map(
    decided.flatMap(({ id, campaignId }): [string, Outcome][] => {
      const winners = published.get(campaignId)
      return winners === undefined ? [] : [[id, winners.has(id) ? 'laureate' : 'not_awarded']]
    }),
  )
}

/** The same of one file, for the head of its pages; null before the release. */
export async function outcomeOf(
  db: Client,
  { nomination: { id, state }, campaign }: NominationCase,
): Promise<Outcome | null> {
  const { id: campaignId, phase } = campaign
  return (await outcomesOf(db, [{ id, campaignId, state, phase }])).get(id) ?? null
}
