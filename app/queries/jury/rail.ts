import type { Tx } from '#app/adapters/db/client.server.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { SheetState } from '#app/domain/scoring/sheet.ts'
import type { RulesRef } from '#app/adapters/db/frozen-rules.ts'
import { rubricSizes, rulesOfSeat } from './rubric-sizes.ts'

/** How many of the juror's files stand beside a sheet, as many as a screen shows; the others are one link away. */
const SHOWN = 13
const BEFORE = 6

export type Rail = {
  /** The files around the one open, in the order of their references. */
  readonly files: readonly {
    readonly nominationId: string
    readonly reference: string
    readonly title: Localized
    readonly sheetId: string | null
    readonly state: SheetState | null
    readonly done: number
    readonly total: number
  }[]
  /** Of all the juror's files, those shown or not. */
  readonly assigned: number
  readonly sealed: number
  /** Hidden by a recusal: a number, never a name. */
  readonly hidden: number
  /** The newest round of the sheet of the file that is open. */
  readonly currentId: string | null
}

type FileRow = Omit<Rail['files'][number], 'done' | 'total'> & {
  readonly done: number | null
  readonly category: string
}
/** A row of `railSql`: always one. */
export type RailRow = Omit<Rail, 'files'> & {
  readonly files: readonly FileRow[]
  readonly rules: RulesRef | null
}

/**
 * The juror's own files beside the one open. One statement and at most `SHOWN` files, however many are assigned.
 * `of` selects the seat and the nomination.
 */
export const railSql = (of: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH here AS MATERIALIZED (${of}), newest AS MATERIALIZED (SELECT DISTINCT ON (s.nomination_id) s.nomination_id, s.id, s.state
      FROM score_sheet s WHERE s.seat_id = (SELECT seat FROM here) ORDER BY s.nomination_id, s.sequence DESC),
    -- The nominations are asked for at once: one after the other, each would be a search of its own.
    mine AS MATERIALIZED (SELECT n.id, n.reference, n.title, n.category_id, s.id AS sheet_id, s.state,
        row_number() OVER (ORDER BY n.reference) AS place
      FROM nomination n LEFT JOIN newest s ON s.nomination_id = n.id WHERE n.id = ANY (ARRAY(SELECT a.nomination_id
        FROM assignment a WHERE a.seat_id = (SELECT seat FROM here) AND a.removed_at IS NULL))),
    size AS MATERIALIZED (SELECT count(*)::int AS assigned, (count(*) FILTER (WHERE state IN ('sealed', 'abstained')))::int AS sealed,
      coalesce(max(place) FILTER (WHERE id = (SELECT nomination FROM here)), 1) AS here FROM mine),
    start AS MATERIALIZED (SELECT greatest(1, least(here - ${BEFORE}::int, assigned - ${SHOWN - 1}::int)) AS place FROM size)
  SELECT ${rulesOfSeat(Prisma.sql`(SELECT seat FROM here)`)} AS rules,
    (SELECT id FROM newest WHERE nomination_id = (SELECT nomination FROM here)) AS "currentId", size.assigned, size.sealed,
    (SELECT count(*)::int FROM recusal x WHERE x.seat_id = (SELECT seat FROM here) AND x.lifted_at IS NULL) AS hidden,
    coalesce((SELECT jsonb_agg(jsonb_build_object('nominationId', m.id, 'reference', m.reference, 'title', m.title,
        'sheetId', m.sheet_id, 'state', m.state, 'category', k.code,
        -- No sheet is sealed before each criterion has its answer: there is nothing to count.
        'done', CASE WHEN m.state = 'sealed' THEN NULL ELSE (SELECT count(*) FROM score e
          WHERE e.sheet_id = m.sheet_id AND (e.level IS NOT NULL OR e.cannot_assess)) END) ORDER BY m.place)
      FROM mine m JOIN category k ON k.id = m.category_id
      WHERE m.place >= (SELECT place FROM start) AND m.place < (SELECT place FROM start) + ${SHOWN}::int), '[]') AS files
  FROM size`

/** What the row says, with how many criteria each file has. */
export async function railOf(tx: Tx, row: RailRow): Promise<Rail> {
  const { assigned, sealed, hidden, currentId } = row
  const sizes = await rubricSizes(tx, row.rules)
  const files = row.files.map(({ category, ...file }) => {
    const total = sizes.get(category) ?? 0
    return { ...file, done: file.done ?? total, total }
  })
  return { files, assigned, sealed, hidden, currentId }
}
