import type { Tx } from '#app/adapters/db/client.server.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import { latestRegulation } from '#app/adapters/db/regulations.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import type { Context } from '#app/services/context.ts'
import { decodeCursor, type Page, pageOf } from '../page.ts'
import { type ShortFiles, shortFiles } from './short-files.ts'
import { FILES_A_PAGE, type FileRow, fileRows, jurorRows, type ProgressJuror } from './progress-rows.ts'

export type CellState = 'sealed' | 'started' | 'toScore' | 'late' | 'recused' | 'notAssigned'
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
  /** For whoever presides while the round runs: files that cannot reach their quorum any more, and those sent already. */
  readonly short: ShortFiles | null
  /** Files of bodies that the reader acts for are left out. */
  readonly hidesOwn: boolean
}

/** The files from which the reader is recused. */
const recusedFrom = async (tx: Tx, personId: string, campaignId: string): Promise<string[]> => {
  const rows = await tx.recusal.findMany({
    where: { liftedAt: null, seat: { campaignId, personId } },
    select: { nominationId: true },
  })
  return rows.map(({ nominationId }) => nominationId)
}

/**
 * Who has sealed, started or is late: never a score, a spread or a rank. Files hidden from the reader are absent, from the
 * totals of each juror too: what the page shows, subtracted from a whole, would give them back.
 */
export async function progress(
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly after: string | null; readonly size?: number },
): Promise<Result<Progress>> {
  const { campaignId, size = FILES_A_PAGE } = input
  const held = seatIn(actor, campaignId)
  const from = decodeCursor(input.after)?.value ?? ''
  return readAs(ctx.db.office, actor.personId, async (tx, now): Promise<Result<Progress>> => {
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
    const ownFiles = await filesActedFor(tx, actor, campaignId)
    const hidden = [...ownFiles, ...(await recusedFrom(tx, actor.personId, campaignId))]
    const jurors = await jurorRows(tx, campaignId, hidden)
    const files = await fileRows(tx, { campaignId, from, hidden, size })
    const rules = await latestRegulation(tx, campaignId)
    const minimum = rules?.document.jury.minimumSheets ?? 0
    const closes = rules?.document.calendar.evaluationCloses ?? Infinity
    const isSecondRound =
      campaign.phase === 'presentations' && rules !== null && secondRoundPlaces(rules.document) !== null
    const closed = !isSecondRound && (campaign.phase !== 'evaluation' || now >= closes)
    const presides = permit.value.as === 'chair' || permit.value.as === 'deputy'
    const page = pageOf(files, (file) => ({ value: file.reference, id: file.id }), size)
    const order = jurors.map((juror) => juror.seatId)
    const isOpen = isSecondRound || campaign.phase === 'evaluation'
    const dueAt = rules && (isSecondRound ? rules.document.calendar.deliberation : closes)
    const asked = { id: campaignId, regulation: rules?.document, hidden: new Set(hidden) }
    return ok({
      campaignId,
      campaign: campaign.awardName as Localized,
      closed,
      presides,
      jurors,
      hidesOwn: ownFiles.length > 0,
      short: presides && isOpen && dueAt !== null ? await shortFiles(tx, asked, now >= dueAt) : null,
      page: {
        next: page.next,
        rows: page.rows.map((file) => fileOf(file, order, { closed, presides, minimum })),
      },
    })
  })
}

function fileOf(
  file: FileRow,
  order: readonly string[],
  view: { readonly closed: boolean; readonly presides: boolean; readonly minimum: number },
): ProgressFile {
  const found = new Map((file.cells ?? []).map((cell) => [cell.seatId, cell]))
  const cells = order.map((seatId) => {
    const cell = found.get(seatId)
    const state = stateOf(cell, view.closed)
    return { state, sheetId: view.presides && state === 'sealed' ? (cell?.sheetId ?? null) : null }
  })
  const sealed = cells.filter((cell) => cell.state === 'sealed').length
  return { nominationId: file.id, reference: file.reference, sealed, few: sealed < view.minimum, cells }
}

function stateOf(cell: FileRow['cells'][number] | undefined, closed: boolean): CellState {
  if (!cell) return 'notAssigned'
  if (cell.recused) return 'recused'
  if (cell.state === 'sealed' || cell.state === 'abstained') return 'sealed'
  if (!cell.assigned) return 'notAssigned'
  if (closed) return 'late'
  return cell.state === 'draft' ? 'started' : 'toScore'
}
