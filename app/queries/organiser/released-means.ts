import type { Client } from '#app/adapters/db/client.server.ts'
import type { TallyDocument } from '#app/adapters/db/tallies.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'

type Edition = { id: string; year: number; phase: Phase }
export type ReleasedMeans = {
  readonly year: number
  readonly award: Localized
  readonly synthetic: boolean
  readonly tally: TallyDocument
  readonly snapshot: Snapshot
}

/** The editions whose result in this category is public: the three conditions of `publishedEditions`, and a tally. */
const editionsOf = (db: Client, code: string, except: string) => db.$queryRaw<Edition[]>`
  SELECT c.id, c.year, c.phase FROM campaign c JOIN category k ON k.campaign_id = c.id AND k.code = ${code}
   WHERE c.phase IN ('published', 'archived') AND c.id <> ${except}::uuid
     AND EXISTS (SELECT 1 FROM snapshot s JOIN tally t ON t.category_id = k.id AND t.computed_at <= s.published_at
       WHERE s.campaign_id = c.id AND s.published_at <= award_now())
   ORDER BY c.year DESC, c.phase_since DESC, c.slug`

/** The newest tally that the newest public snapshot was made of: one computed since is not released. */
const publishedTally = (db: Client, campaignId: string, code: string) => db.$queryRaw<ReleasedMeans[]>`
  SELECT c.year, c.award_name AS award, c.synthetic OR (s.document ->> 'synthetic')::boolean AS synthetic,
         t.document AS tally, s.document AS snapshot
    FROM campaign c JOIN category k ON k.campaign_id = c.id AND k.code = ${code}
    JOIN LATERAL (SELECT document, published_at FROM snapshot WHERE campaign_id = c.id
      AND published_at <= award_now() ORDER BY number DESC LIMIT 1) s ON true
    JOIN LATERAL (SELECT document FROM tally WHERE category_id = k.id AND computed_at <= s.published_at
      ORDER BY computed_at DESC, id DESC LIMIT 1) t ON true
   WHERE c.id = ${campaignId}::uuid AND c.phase IN ('published', 'archived')`

/**
 * The criterion means of the most recent released edition of the category that this person may read, decided by the
 * policy of that edition before any score is fetched; null when there is none. Nothing unreleased is ever read.
 */
export async function releasedMeans(
  db: Client,
  actor: Actor,
  { code, except }: { code: string; except: string },
): Promise<ReleasedMeans | null> {
  const editions = await editionsOf(db, code, except)
  const open = editions.find(({ id, phase }) =>
    (['spread.read', 'ranking.read'] as const).every(
      (action) => decide(actor, action, { campaignId: id, phase }).ok,
    ),
  )
  if (open === undefined) return null
  const [found] = await publishedTally(db, open.id, code)
  return found ?? null
}
