import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { NamedFile } from '#app/domain/campaign/gate.ts'
import { categoryRule, type Regulation } from '#app/domain/campaign/regulation.ts'
import { integer, parseRational } from '#app/domain/kernel/rational.ts'
import { sheetQuorum } from '#app/domain/scoring/aggregate.ts'
import { loadSentFiles } from './plenary.ts'
import type { Client, Tx } from './client.server.ts'

/**
 * One row per live reading: who is to score what, and the newest sheet of the round: its state, on how many criteria it gives no level,
 * and on how many it gives one.
 */
type Reading = {
  seat_id: string
  /** Whoever sits there; null for a seat that nobody has taken. */
  member: string | null
  nomination_id: string
  reference: string
  category: string
  recused: boolean
  state: string | null
  gaps: number
  marks: number
}

/** A sealed sheet that the tally counts: the rubric of its category says what becomes of a criterion nobody could assess. */
const countsSheet =
  (regulation: Regulation) =>
  ({ state, category, gaps, marks }: Reading): boolean => {
    const policy = categoryRule(regulation, category)?.rubric.missingPolicy
    return state === 'sealed' && marks > 0 && (gaps === 0 || policy === 'renormalise')
  }

const readings = (tx: Client | Tx, campaignId: string): Promise<Reading[]> =>
  tx.$queryRaw<Reading[]>`
    SELECT a.seat_id, p.name AS member, n.id AS nomination_id, n.reference, k.code AS category, h.state,
      EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = a.seat_id AND r.nomination_id = n.id AND r.lifted_at IS NULL) AS recused,
      coalesce(e.gaps, 0) AS gaps, coalesce(e.marks, 0) AS marks
      FROM nomination n JOIN category k ON k.id = n.category_id
        LEFT JOIN assignment a ON a.nomination_id = n.id AND a.removed_at IS NULL
        LEFT JOIN seat t ON t.id = a.seat_id LEFT JOIN person p ON p.id = t.person_id
        LEFT JOIN LATERAL (SELECT s.id, s.state FROM score_sheet s WHERE s.seat_id = a.seat_id AND s.nomination_id = n.id
          AND s.second_round = EXISTS (SELECT 1 FROM shortlist l WHERE l.nomination_id = n.id) ORDER BY s.sequence DESC LIMIT 1) h ON true
        LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE o.level IS NULL)::int AS gaps, count(o.level)::int AS marks
          FROM score o WHERE o.sheet_id = h.id AND h.state = 'sealed') e ON true
     WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible'
       -- In the second round only the shortlist is scored.
       AND (EXISTS (SELECT 1 FROM shortlist l WHERE l.nomination_id = n.id)
         OR NOT EXISTS (SELECT 1 FROM shortlist l WHERE l.campaign_id = n.campaign_id))
     ORDER BY n.reference, a.seat_id`

/** A file of the round with its sheets that count, its quorum of them, and its live readers who still owe theirs. */
export type FileSheets = NamedFile & {
  readonly sheets: number
  readonly minimum: number
  readonly open: number
  /** The chair sent it to the plenary: nobody owes a sheet for it any more. */
  readonly isSent: boolean
}
export type RoundSheets = {
  readonly files: readonly FileSheets[]
  /** Sheets that are owed and neither sealed nor abstained from, by seat. */
  readonly unsealed: readonly {
    readonly seatId: string
    readonly member: string
    readonly count: number
    readonly files: readonly string[]
  }[]
}

const isOpen = ({ state }: Reading): boolean => state === null || state === 'draft'

/** The sheets of the round that runs: of the second one only those of the shortlist. */
export async function loadRoundSheets(
  tx: Client | Tx,
  { id, regulation }: Pick<Campaign, 'id' | 'regulation'>,
): Promise<RoundSheets> {
  const rows = await readings(tx, id)
  const sent = new Set((await loadSentFiles(tx, id)).map(({ nominationId }) => nominationId))
  const counts = countsSheet(regulation)
  const share = parseRational(regulation.jury.minimumShare)
  const least = share.ok ? share.value : integer(1)
  const live = rows.filter((row) => row.seat_id !== null && !row.recused)
  const owed = live.filter((row) => isOpen(row) && !sent.has(row.nomination_id))
  const files = [...Map.groupBy(rows, (row) => row.nomination_id)].map(([nominationId, of]): FileSheets => {
    const readers = of.filter((row) => row.seat_id !== null && !row.recused)
    return {
      ...{ id: nominationId, reference: of[0]?.reference ?? '', isSent: sent.has(nominationId) },
      sheets: readers.filter(counts).length,
      minimum: sheetQuorum(regulation.jury.minimumSheets, least, readers.length),
      open: readers.filter(isOpen).length,
    }
  })
  // In the order of the seats: in that of their files it would tell who reads the first of them.
  const inOrder = owed.toSorted((a, b) => Number(a.seat_id > b.seat_id) - Number(a.seat_id < b.seat_id))
  const bySeat = Map.groupBy(inOrder, (row) => row.seat_id)
  return {
    files,
    unsealed: [...bySeat].map(([seatId, of]) => ({
      ...{ seatId, member: of[0]?.member ?? '', count: of.length },
      files: of.map((row) => row.nomination_id),
    })),
  }
}
