import type { Prisma } from '#app/adapters/db/generated/client.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Context } from '#app/services/context.ts'

/** Sealed, started or late: never a score, a level or a spread (product.md section 5). */
export type ReadingState = 'sealed' | 'started' | 'toScore' | 'late' | 'recused' | 'notAssigned'
export type HeatSeat = {
  readonly id: string
  readonly label: Localized
  readonly person: string | null
  readonly cells: readonly ReadingState[]
  readonly done: number
  readonly total: number
}
export type Heat = {
  readonly nominations: readonly {
    readonly id: string
    readonly reference: string
    readonly sealed: number
  }[]
  readonly seats: readonly HeatSeat[]
  /** More files exist than the picture shows. */
  readonly cut: boolean
}

/** Columns of the picture; a category with more is read in the list. */
const MOST = 40
const NO_CAMPAIGN = '00000000-0000-0000-0000-000000000000'

type Reading = { seat_id: string; nomination_id: string; recused: boolean; state: string | null }

function stateOf(reading: Reading | undefined, late: boolean): ReadingState {
  if (!reading) return 'notAssigned'
  if (reading.recused) return 'recused'
  // An abstention is an answer: nothing more is awaited from that reader.
  if (reading.state === 'sealed' || reading.state === 'abstained') return 'sealed'
  if (late) return 'late'
  return reading.state === 'draft' ? 'started' : 'toScore'
}

/** Members × files of one category. Three statements, whatever their number; no sheet's content is selected. */
export async function heatOf(
  ctx: Context,
  of: { readonly seen: Prisma.Sql; readonly category: string; readonly late: boolean },
): Promise<Heat> {
  const db = ctx.db.office
  const files = await db.$queryRaw<{ id: string; reference: string; campaign_id: string }[]>`
    SELECT n.id, n.reference, n.campaign_id FROM nomination n JOIN category k ON k.id = n.category_id
     WHERE ${of.seen} AND n.state = 'admissible' AND k.code = ${of.category} ORDER BY n.reference LIMIT ${MOST + 1}`
  const shown = files.slice(0, MOST)
  const seats = await db.seat.findMany({
    where: { campaignId: files[0]?.campaign_id ?? NO_CAMPAIGN, role: 'juror', state: 'accepted' },
    select: { id: true, label: true, person: { select: { name: true } } },
    orderBy: { code: 'asc' },
  })
  const readings = await db.$queryRaw<Reading[]>`
    SELECT a.seat_id, a.nomination_id,
      EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = a.seat_id AND r.nomination_id = a.nomination_id AND r.lifted_at IS NULL) AS recused,
      (SELECT h.state FROM score_sheet h WHERE h.seat_id = a.seat_id AND h.nomination_id = a.nomination_id ORDER BY h.sequence DESC LIMIT 1) AS state
      FROM assignment a WHERE a.removed_at IS NULL AND a.nomination_id = ANY (${shown.map(({ id }) => id)}::uuid[])
    UNION SELECT r.seat_id, r.nomination_id, true, NULL FROM recusal r
     WHERE r.lifted_at IS NULL AND r.nomination_id = ANY (${shown.map(({ id }) => id)}::uuid[])
       AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = r.seat_id AND a.nomination_id = r.nomination_id AND a.removed_at IS NULL)`
  const at = new Map(readings.map((reading) => [`${reading.seat_id}/${reading.nomination_id}`, reading]))
  const rows = seats.map((seat) => {
    const cells = shown.map((file) => stateOf(at.get(`${seat.id}/${file.id}`), of.late))
    const total = cells.filter((cell) => cell !== 'notAssigned' && cell !== 'recused').length
    const done = cells.filter((cell) => cell === 'sealed').length
    return {
      id: seat.id,
      label: seat.label as Localized,
      person: seat.person?.name ?? null,
      cells,
      done,
      total,
    }
  })
  const nominations = shown.map(({ id, reference }, index) => ({
    id,
    reference,
    sealed: rows.filter(({ cells }) => cells[index] === 'sealed').length,
  }))
  return { nominations, seats: rows, cut: files.length > MOST }
}
