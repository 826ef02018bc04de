import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { SheetEntry, SheetState } from '#app/domain/scoring/sheet.ts'
import type { PublicDraw } from '#app/domain/scoring/lot.ts'
import { Prisma } from './generated/client.ts'
import { loadLotDraw } from './lot-draws.ts'
import type { Tx } from './client.server.ts'

/** One juror towards one nomination as the tally reads it: the newest sheet, whatever its state. */
export type CellRow = {
  readonly nominationId: string
  readonly seatId: string
  readonly assigned: boolean
  readonly recused: boolean
  readonly state: SheetState | null
  readonly commitment: string | null
  readonly regulationVersionId: string | null
  readonly entries: readonly SheetEntry[]
}
export type TallyFacts = {
  readonly regulation: Regulation
  /** Earlier frozen versions by id: sheets may have been sealed under them. */
  readonly earlier: ReadonlyMap<string, Regulation>
  readonly categories: readonly {
    readonly id: string
    readonly code: string
    readonly nominationIds: readonly string[]
    /** Of the second of two rounds: the score that each had in the first, exact text. */
    readonly firstScores: Readonly<Record<string, string>>
  }[]
  readonly cells: readonly CellRow[]
  /** What the public draw gave, where the regulation names one and it took place. */
  readonly draw: PublicDraw | null
}

/**
 * What the result is made of: every admissible nomination, or, once a second round is open, the shortlist, by the sheets
 * of that round alone: a reader who left after the first has none.
 */
const COMPETES = Prisma.sql`n.state = 'admissible' AND (EXISTS (SELECT 1 FROM shortlist l WHERE l.nomination_id = n.id)
  OR NOT EXISTS (SELECT 1 FROM shortlist l WHERE l.campaign_id = n.campaign_id))`

/** What an act that counts again begins from. */
export type Counted =
  { readonly sheetId: string } | { readonly seatId: string } | { readonly campaignId: string }

const campaignOf = (of: Counted): Prisma.Sql => {
  if ('campaignId' in of) return Prisma.sql`${of.campaignId}::uuid`
  if ('seatId' in of) return Prisma.sql`(SELECT t.campaign_id FROM seat t WHERE t.id = ${of.seatId}::uuid)`
  return Prisma.sql`(SELECT t.campaign_id FROM score_sheet s JOIN seat t ON t.id = s.seat_id
    WHERE s.id = ${of.sheetId}::uuid AND NOT (s.second_round AND c.phase = 'presentations'))`
}

/**
 * Holds the campaign whose result stands, before anything else is held: two acts that each held it FOR SHARE and then
 * came to count would wait for each other. While the round runs nothing is held, and no seal waits for another.
 */
export const holdCounted = async (tx: Tx, of: Counted): Promise<void> =>
  void (await tx.$queryRaw`
    SELECT 1 FROM campaign c WHERE c.phase IN ('presentations', 'deliberation') AND c.id = ${campaignOf(of)}
    FOR NO KEY UPDATE OF c`)

/** Everything that counts in the result of one campaign, with its row locked: one tally at a time. */
export async function loadTallyFacts(tx: Tx, campaignId: string): Promise<TallyFacts | null> {
  await tx.$queryRaw`SELECT 1 FROM campaign WHERE id = ${campaignId}::uuid FOR NO KEY UPDATE`
  return readTallyFacts(tx, campaignId)
}

/** The same without the lock, for figures that decide nothing; with `only`, of that one nomination. */
export async function readTallyFacts(
  tx: Tx,
  campaignId: string,
  only: string | null = null,
): Promise<TallyFacts | null> {
  const competes = only === null ? COMPETES : Prisma.sql`n.id = ${only}::uuid AND ${COMPETES}`
  const [frozen, ...earlier] = await tx.regulationVersion.findMany({
    where: { campaignId, state: 'frozen' },
    orderBy: { number: 'desc' },
    select: { id: true, document: true },
  })
  if (!frozen) return null
  const categories = await tx.$queryRaw<TallyFacts['categories'][number][]>`
    SELECT k.id, k.code, coalesce((SELECT jsonb_agg(n.id ORDER BY n.id) FROM nomination n
      WHERE n.category_id = k.id AND ${competes}), '[]') AS "nominationIds",
      coalesce((SELECT jsonb_object_agg(n.id, l.score) FROM shortlist l JOIN nomination n ON n.id = l.nomination_id
      WHERE n.category_id = k.id), '{}') AS "firstScores"
    FROM category k WHERE k.campaign_id = ${campaignId}::uuid ORDER BY k.position`
  const cells = await tx.$queryRaw<CellRow[]>`
    WITH file AS (SELECT n.id, EXISTS (SELECT 1 FROM shortlist l WHERE l.nomination_id = n.id) AS second FROM nomination n WHERE n.campaign_id = ${campaignId}::uuid AND ${competes}),
    pair AS (
      SELECT a.nomination_id, a.seat_id FROM assignment a JOIN file f ON f.id = a.nomination_id WHERE a.removed_at IS NULL
      UNION SELECT s.nomination_id, s.seat_id FROM score_sheet s JOIN file f ON f.id = s.nomination_id AND f.second = s.second_round
      UNION SELECT r.nomination_id, r.seat_id FROM recusal r JOIN file f ON f.id = r.nomination_id WHERE r.lifted_at IS NULL)
    SELECT p.nomination_id AS "nominationId", p.seat_id AS "seatId", c.state, c.commitment,
      c.regulation_version_id AS "regulationVersionId",
      EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = p.seat_id AND a.nomination_id = p.nomination_id
        AND a.removed_at IS NULL) AS assigned,
      EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = p.seat_id AND r.nomination_id = p.nomination_id
        AND r.lifted_at IS NULL) AS recused,
      coalesce((SELECT jsonb_agg(jsonb_build_object('criterion', e.criterion, 'level', e.level,
        'cannotAssess', e.cannot_assess, 'comment', '')) FROM score e WHERE e.sheet_id = c.id), '[]') AS entries
    FROM pair p JOIN file f ON f.id = p.nomination_id LEFT JOIN LATERAL (SELECT s.id, s.state, s.commitment, s.regulation_version_id
        FROM score_sheet s WHERE s.seat_id = p.seat_id AND s.nomination_id = p.nomination_id AND s.second_round = f.second ORDER BY s.sequence DESC LIMIT 1) c ON true
    ORDER BY p.nomination_id, p.seat_id`
  return {
    regulation: frozen.document as unknown as Regulation,
    earlier: new Map(earlier.map(({ id, document }) => [id, document as unknown as Regulation])),
    categories,
    cells,
    draw: await loadLotDraw(tx, campaignId),
  }
}

/** The result of one category as it is kept: exact fractions as `p/q`, and the text shown. */
export type TallyDocument = {
  readonly schema: 'imtiyaz.tally/1'
  readonly category: string
  readonly rule: 'mean' | 'median' | 'trimmed'
  readonly nominations: readonly {
    readonly nominationId: string
    readonly state: 'ranked' | 'below_quorum' | 'below_threshold'
    readonly rank: number | null
    readonly score: string | null
    readonly display: string
    readonly decidedBy: string | null
    readonly tiedWith: readonly string[]
    readonly headToHead: {
      readonly against: string
      readonly common: number
      readonly forFirst: number
      readonly forSecond: number
    } | null
    readonly sheets: number
    readonly eligible: number
    readonly quorum: number
    readonly median: string | null
    /** Only where the first of two rounds is carried over: its score, and what the sheets of the second give alone. */
    readonly firstRound?: string
    readonly secondRound?: string | null
    readonly criterionMeans: readonly { readonly code: string; readonly mean: string | null }[]
    readonly failedThresholds: readonly string[]
    /** Sheet scores in rising order, without who wrote which (scoring.md section 7.4). */
    readonly sheetScores: readonly string[]
  }[]
}

export async function storeTally(
  tx: Tx,
  tally: {
    readonly id: string
    readonly campaignId: string
    readonly categoryId: string
    readonly document: TallyDocument
    readonly hash: string
    readonly at: Instant
  },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO tally (id, campaign_id, category_id, document, hash, computed_at)
    VALUES (${tally.id}::uuid, ${tally.campaignId}::uuid, ${tally.categoryId}::uuid,
      ${JSON.stringify(tally.document)}::jsonb, ${tally.hash}, ${toDate(tally.at)})`
}

export async function storeSheetRoot(tx: Tx, campaignId: string, root: string): Promise<void> {
  await tx.$executeRaw`UPDATE campaign SET sheet_root = ${root} WHERE id = ${campaignId}::uuid`
}

/** The newest tally of each category. */
export async function loadTallies(
  tx: Tx,
  campaignId: string,
): Promise<readonly { categoryId: string; document: TallyDocument; hash: string; computedAt: Date }[]> {
  return tx.$queryRaw`
    SELECT DISTINCT ON (category_id) category_id AS "categoryId", document, hash, computed_at AS "computedAt"
    FROM tally WHERE campaign_id = ${campaignId}::uuid ORDER BY category_id, computed_at DESC, id DESC`
}

/** Every commitment ever sealed in the campaign, in rising order: the order says nothing of who sealed when. */
export async function loadCommitments(tx: Tx, campaignId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ commitment: string }[]>`
    SELECT s.commitment FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
    WHERE n.campaign_id = ${campaignId}::uuid AND s.state = 'sealed' ORDER BY s.commitment COLLATE "C"`
  return rows.map((row) => row.commitment)
}
