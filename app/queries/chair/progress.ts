import { awardNow, readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { decodeCursor, PAGE_SIZE, type Page, pageOf } from '../page.ts'

export type CellState = 'sealed' | 'started' | 'toScore' | 'late' | 'recused' | 'notAssigned'
export type ProgressJuror = {
  readonly seatId: string
  readonly name: string | null
  readonly label: Localized
  readonly sealed: number
  readonly started: number
  readonly assigned: number
}
export type ProgressFile = {
  readonly nominationId: string
  readonly reference: string
  readonly sealed: number
  readonly few: boolean
  /** One per juror, in the order of `jurors`; `sheetId` only where a sealed sheet may be reopened by this reader. */
  readonly cells: readonly { readonly state: CellState; readonly sheetId: string | null }[]
}
export type Progress = {
  readonly campaignId: string
  readonly campaign: Localized
  readonly closed: boolean
  readonly presides: boolean
  readonly jurors: readonly ProgressJuror[]
  readonly page: Page<ProgressFile>
}
type FileRow = {
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

/** Who has sealed, started or is late: never a score, a spread or a rank. Files hidden from the reader are absent. */
export async function progress(
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly after: string | null },
): Promise<Result<Progress>> {
  const { campaignId } = input
  const held = seatIn(actor, campaignId)
  const from = decodeCursor(input.after)?.value ?? ''
  return readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<Progress>> => {
    const campaign = await tx.campaign.findUnique({
      where: { id: campaignId },
      select: { phase: true, awardName: true },
    })
    if (!campaign) return refuse('not-found')
    const own = held
      ? await tx.seat.findUnique({ where: { id: held.seatId }, select: { charterSignedAt: true } })
      : null
    const permit = decide(actor, 'progress.read', {
      campaignId,
      phase: campaign.phase as Phase,
      charterSigned: own?.charterSignedAt != null,
      deputises: held?.role === 'deputy',
    })
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    const jurors = await tx.$queryRaw<ProgressJuror[]>`
      SELECT t.id AS "seatId", p.name, t.label,
        (SELECT count(*)::int FROM assignment a WHERE a.seat_id = t.id AND a.removed_at IS NULL) AS assigned,
        count(*) FILTER (WHERE s.state IN ('sealed', 'abstained'))::int AS sealed,
        count(*) FILTER (WHERE s.state = 'draft')::int AS started
      FROM seat t LEFT JOIN person p ON p.id = t.person_id
        LEFT JOIN LATERAL (SELECT DISTINCT ON (x.nomination_id) x.state FROM score_sheet x WHERE x.seat_id = t.id
          ORDER BY x.nomination_id, x.sequence DESC) s ON true
      WHERE t.campaign_id = ${campaignId}::uuid AND t.role = 'juror' AND t.state = 'accepted'
      GROUP BY t.id, p.name, t.label ORDER BY t.code`
    const files = await tx.$queryRaw<FileRow[]>`
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
      WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' AND n.reference > ${from}
        AND NOT EXISTS (SELECT 1 FROM recusal r JOIN seat h ON h.id = r.seat_id
          WHERE r.nomination_id = n.id AND r.lifted_at IS NULL AND h.person_id = ${actor.personId}::uuid)
      ORDER BY n.reference LIMIT ${PAGE_SIZE + 1}`
    const closes = await tx.$queryRaw<{ closes: number }[]>`
      SELECT (document -> 'calendar' ->> 'evaluationCloses')::float8 AS closes FROM regulation_version
      WHERE campaign_id = ${campaignId}::uuid AND state = 'frozen' ORDER BY number DESC LIMIT 1`
    const closed = campaign.phase !== 'evaluation' || (await awardNow(tx)) >= (closes[0]?.closes ?? Infinity)
    const presides = permit.value.as === 'chair' || permit.value.as === 'deputy'
    const page = pageOf(files, (file) => ({ value: file.reference, id: file.id }))
    const order = jurors.map((juror) => juror.seatId)
    return ok({
      campaignId,
      campaign: campaign.awardName as Localized,
      closed,
      presides,
      jurors,
      page: { next: page.next, rows: page.rows.map((file) => fileOf(file, order, { closed, presides })) },
    })
  })
}

function fileOf(
  file: FileRow,
  order: readonly string[],
  view: { readonly closed: boolean; readonly presides: boolean },
): ProgressFile {
  const found = new Map((file.cells ?? []).map((cell) => [cell.seatId, cell]))
  const cells = order.map((seatId) => {
    const cell = found.get(seatId)
    const state = stateOf(cell, view.closed)
    return { state, sheetId: view.presides && state === 'sealed' ? (cell?.sheetId ?? null) : null }
  })
  const sealed = cells.filter((cell) => cell.state === 'sealed').length
  return { nominationId: file.id, reference: file.reference, sealed, few: sealed < file.minimum, cells }
}

function stateOf(cell: FileRow['cells'][number] | undefined, closed: boolean): CellState {
  if (!cell) return 'notAssigned'
  if (cell.recused) return 'recused'
  if (cell.state === 'sealed' || cell.state === 'abstained') return 'sealed'
  if (!cell.assigned) return 'notAssigned'
  if (closed) return 'late'
  return cell.state === 'draft' ? 'started' : 'toScore'
}
