import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { PAGE_SIZE } from '../page.ts'

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
  minimum: number
  cells: {
    seatId: string
    state: string | null
    sheetId: string | null
    recused: boolean
    assigned: boolean
  }[]
}

/** Each scoring juror with counts of sheets, never what is in them. */
export const jurorRows = (tx: Tx, campaignId: string) =>
  tx.$queryRaw<ProgressJuror[]>`
      SELECT t.id AS "seatId", p.name, t.label,
        (SELECT count(*)::int FROM assignment a WHERE a.seat_id = t.id AND a.removed_at IS NULL) AS assigned,
        count(*) FILTER (WHERE s.state IN ('sealed', 'abstained'))::int AS sealed,
        count(*) FILTER (WHERE s.state = 'draft')::int AS started
      FROM seat t LEFT JOIN person p ON p.id = t.person_id
        LEFT JOIN LATERAL (SELECT DISTINCT ON (x.nomination_id) x.state FROM score_sheet x WHERE x.seat_id = t.id
          ORDER BY x.nomination_id, x.sequence DESC) s ON true
      WHERE t.campaign_id = ${campaignId}::uuid AND t.role = 'juror' AND t.state = 'accepted'
      GROUP BY t.id, p.name, t.label ORDER BY t.code`

/** One page of files with the state of every juror's newest sheet; files hidden from the reader are absent. */
export const fileRows = (
  tx: Tx,
  of: { readonly campaignId: string; readonly from: string; readonly reader: string },
) =>
  tx.$queryRaw<FileRow[]>`
      SELECT n.id, n.reference, (SELECT (v.document -> 'jury' ->> 'minimumSheets')::int FROM regulation_version v
          WHERE v.campaign_id = n.campaign_id AND v.state = 'frozen' ORDER BY v.number DESC LIMIT 1) AS minimum,
        (SELECT jsonb_agg(jsonb_build_object('seatId', t.id, 'state', s.state, 'sheetId', s.id,
            'recused', r.id IS NOT NULL, 'assigned', a.id IS NOT NULL))
          FROM seat t
            LEFT JOIN assignment a ON a.seat_id = t.id AND a.nomination_id = n.id AND a.removed_at IS NULL
            LEFT JOIN recusal r ON r.seat_id = t.id AND r.nomination_id = n.id AND r.lifted_at IS NULL
            LEFT JOIN LATERAL (SELECT x.id, x.state FROM score_sheet x WHERE x.seat_id = t.id AND x.nomination_id = n.id
              ORDER BY x.sequence DESC LIMIT 1) s ON true
          WHERE t.campaign_id = n.campaign_id AND t.role = 'juror' AND t.state = 'accepted') AS cells
      FROM nomination n
      WHERE n.campaign_id = ${of.campaignId}::uuid AND n.state = 'admissible' AND n.reference > ${of.from}
        AND NOT EXISTS (SELECT 1 FROM recusal r JOIN seat h ON h.id = r.seat_id
          WHERE r.nomination_id = n.id AND r.lifted_at IS NULL AND h.person_id = ${of.reader}::uuid)
      ORDER BY n.reference LIMIT ${PAGE_SIZE + 1}`
