import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import { parseRational, toText } from '#app/domain/kernel/rational.ts'
import type { CombiningRule } from '#app/domain/scoring/combine.ts'
import type { Shortlisted } from '#app/domain/scoring/shortlist.ts'
import type { Client, Tx } from './client.server.ts'

export async function insertShortlist(
  tx: Tx,
  campaignId: string,
  chosen: readonly Shortlisted[],
  at: Instant,
): Promise<void> {
  await tx.shortlist.createMany({
    data: chosen.map(({ nominationId, score, display, place, sheets, eligible, quorum, rule }) => ({
      ...{ nominationId, campaignId, display, place, sheets, eligible, quorum, rule },
      ...{ score: toText(score), recordedAt: toDate(at) },
    })),
  })
}

/** Who advanced to the second round, with the figures of the first; empty where none was opened. */
export async function loadShortlist(tx: Client | Tx, campaignId: string): Promise<readonly Shortlisted[]> {
  const rows = await tx.shortlist.findMany({
    where: { campaignId },
    include: { nomination: { select: { category: { select: { code: true } } } } },
    orderBy: [{ place: 'asc' }, { nominationId: 'asc' }],
  })
  return rows.flatMap((row): readonly Shortlisted[] => {
    const score = parseRational(row.score)
    if (!score.ok) return []
    const { nominationId, display, place, sheets, eligible, quorum } = row
    const rule = row.rule as CombiningRule
    const category = row.nomination.category.code
    return [{ nominationId, category, score: score.value, display, place, sheets, eligible, quorum, rule }]
  })
}

/** From then on the first round stands as it is. */
export const isSecondRoundOpened = async (tx: Client | Tx, campaignId: string): Promise<boolean> =>
  (await tx.shortlist.findFirst({ where: { campaignId }, select: { nominationId: true } })) !== null

/** A sheet of the second round about to be made: whose, for which file, and where it stands in the sequence. */
export type SecondRoundReader = {
  readonly seatId: string
  readonly personId: string
  readonly nominationId: string
  readonly category: string
  readonly sequence: number
  /** A draft of the first round stands that its juror left unsealed. */
  readonly leftDraft: boolean
}

/** Everybody who is to score a shortlisted nomination and has no sheet of that round: its readers who are not recused. */
export async function loadSecondRoundReaders(
  tx: Tx,
  campaignId: string,
): Promise<readonly SecondRoundReader[]> {
  return tx.$queryRaw`
    SELECT t.id AS "seatId", t.person_id AS "personId", l.nomination_id AS "nominationId", k.code AS category,
      1 + coalesce((SELECT max(s.sequence) FROM score_sheet s WHERE s.seat_id = t.id AND s.nomination_id = l.nomination_id), 0)
        AS sequence, coalesce(o.state = 'draft', false) AS "leftDraft"
    FROM shortlist l JOIN nomination n ON n.id = l.nomination_id JOIN category k ON k.id = n.category_id
      JOIN assignment a ON a.nomination_id = l.nomination_id AND a.removed_at IS NULL
      JOIN seat t ON t.id = a.seat_id AND t.state = 'accepted' AND t.person_id IS NOT NULL
      LEFT JOIN LATERAL (SELECT s.state, s.second_round FROM score_sheet s WHERE s.seat_id = t.id
        AND s.nomination_id = l.nomination_id ORDER BY s.sequence DESC LIMIT 1) o ON true
    WHERE l.campaign_id = ${campaignId}::uuid AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = t.id
        AND r.nomination_id = l.nomination_id AND r.lifted_at IS NULL)
      -- A reading that came back after its recusal was lifted begins anew: what was voided stays so.
      AND NOT coalesce(o.second_round AND o.state <> 'voided', false)
    ORDER BY t.id, l.nomination_id`
}

/** Empty drafts of the second round, in one statement. */
export async function insertSecondRoundSheets(
  tx: Tx,
  campaignId: string,
  sheets: readonly (SecondRoundReader & {
    readonly id: string
    readonly number: string
    readonly rubricHash: string
  })[],
  at: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO score_sheet (id, seat_id, person_id, nomination_id, sequence, state, version, regulation_version_id,
      rubric_hash, created_at, updated_at, sheet_number, second_round)
    SELECT d.id, d."seatId", d."personId", d."nominationId", d.sequence, 'draft', 1,
      (SELECT id FROM regulation_version WHERE campaign_id = ${campaignId}::uuid AND state = 'frozen' ORDER BY number DESC LIMIT 1),
      d."rubricHash", ${toDate(at)}, ${toDate(at)}, d.number, true
    FROM jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb)
      AS d (id uuid, "seatId" uuid, "personId" uuid, "nominationId" uuid, sequence int, number text, "rubricHash" text)`
}
