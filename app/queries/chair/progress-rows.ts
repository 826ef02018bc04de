import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

/** Every file is a column as high as the panel: half of a list's page. */
export const FILES_A_PAGE = 25
/** A file for a spreadsheet reads this many at a time. */
export const FILES_A_READ = 1000

export type ProgressJuror = {
  readonly seatId: string
  readonly name: string | null
  readonly label: Localized
  readonly sealed: number
  readonly started: number
  readonly assigned: number
}
export type FileRow = {
  id: string
  reference: string
  cells: {
    seatId: string
    state: string | null
    sheetId: string | null
    recused: boolean
    assigned: boolean
  }[]
}

/** Each scoring juror with counts of sheets outside the hidden files, never what is in them. A superseded round is not counted. */
export const jurorRows = (tx: Tx, campaignId: string, hidden: readonly string[]) =>
  tx.$queryRaw<ProgressJuror[]>`
      WITH counted AS (
        SELECT x.seat_id, count(*) FILTER (WHERE x.state IN ('sealed', 'abstained'))::int AS sealed,
          count(*) FILTER (WHERE x.state = 'draft' AND EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = x.seat_id
            AND a.nomination_id = x.nomination_id AND a.removed_at IS NULL))::int AS started
        FROM score_sheet x JOIN seat h ON h.id = x.seat_id
        WHERE h.campaign_id = ${campaignId}::uuid AND x.nomination_id <> ALL (${[...hidden]}::uuid[])
          AND NOT EXISTS (SELECT 1 FROM score_sheet y
          WHERE y.seat_id = x.seat_id AND y.nomination_id = x.nomination_id AND y.sequence > x.sequence AND y.sequence > 1)
        GROUP BY x.seat_id)
      SELECT t.id AS "seatId", p.name, t.label,
        (SELECT count(*)::int FROM assignment a WHERE a.seat_id = t.id AND a.removed_at IS NULL
          AND a.nomination_id <> ALL (${[...hidden]}::uuid[])) AS assigned,
        coalesce(c.sealed, 0) AS sealed, coalesce(c.started, 0) AS started
      FROM seat t LEFT JOIN person p ON p.id = t.person_id LEFT JOIN counted c ON c.seat_id = t.id
      WHERE t.campaign_id = ${campaignId}::uuid AND t.role = 'juror' AND t.state = 'accepted'
      ORDER BY t.code`

/**
 * One page of files with the state of each juror's newest sheet, for pairs that have an assignment, a recusal or a
 * sheet: every other pair is `notAssigned`. Files hidden from the reader are absent.
 */
export const fileRows = (
  tx: Tx,
  of: {
    readonly campaignId: string
    readonly from: string
    readonly hidden: readonly string[]
    readonly size: number
  },
) =>
  tx.$queryRaw<FileRow[]>`
      WITH page AS MATERIALIZED (SELECT n.id, n.reference FROM nomination n
        WHERE n.campaign_id = ${of.campaignId}::uuid AND n.state = 'admissible' AND n.reference > ${of.from}
          AND n.id <> ALL (${[...of.hidden]}::uuid[])
        ORDER BY n.reference LIMIT ${of.size + 1}::int),
      pair AS (
        SELECT a.seat_id, a.nomination_id FROM page g JOIN assignment a ON a.nomination_id = g.id WHERE a.removed_at IS NULL
        UNION SELECT r.seat_id, r.nomination_id FROM page g JOIN recusal r ON r.nomination_id = g.id WHERE r.lifted_at IS NULL
        UNION SELECT x.seat_id, x.nomination_id FROM page g JOIN score_sheet x ON x.nomination_id = g.id),
      cell AS (SELECT q.nomination_id, jsonb_agg(jsonb_build_object('seatId', q.seat_id, 'state', s.state, 'sheetId', s.id,
          'recused', r.id IS NOT NULL, 'assigned', a.id IS NOT NULL)) AS cells
        FROM pair q
          LEFT JOIN assignment a ON a.seat_id = q.seat_id AND a.nomination_id = q.nomination_id AND a.removed_at IS NULL
          LEFT JOIN recusal r ON r.seat_id = q.seat_id AND r.nomination_id = q.nomination_id AND r.lifted_at IS NULL
          LEFT JOIN LATERAL (SELECT x.id, x.state FROM score_sheet x WHERE x.seat_id = q.seat_id
            AND x.nomination_id = q.nomination_id ORDER BY x.sequence DESC LIMIT 1) s ON true
        GROUP BY q.nomination_id)
      SELECT g.id, g.reference, coalesce(c.cells, '[]') AS cells
      FROM page g LEFT JOIN cell c ON c.nomination_id = g.id ORDER BY g.reference`
