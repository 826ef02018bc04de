import { seatIn } from '../access/actor.ts'
import { isBlank } from '../kernel/clean-text.ts'
import type { Actor } from '../access/actor.ts'
import { more } from '../kernel/count.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { sheetEntry } from './score-sheet.ts'
import type { SheetChange } from './score-sheet.ts'
import type { ScoreSheet, SheetFacts } from './sheet.ts'

const REOPENABLE_PHASES: readonly string[] = ['evaluation', 'presentations', 'deliberation']

/** The chair, or the deputy for a category where the chair's institution competes (product.md section 5). */
export type ReopenFacts = Pick<SheetFacts, 'phase' | 'recused' | 'sheet' | 'seat'> & {
  readonly presiding: 'chair' | 'deputy'
  /** The second round is open, or was: the first one, and who advanced from it, stands. */
  readonly isFirstRoundClosed: boolean
  /** A point of its category was opened: the finalists, and the ranking they were taken from, stand. */
  readonly isCategoryOpened: boolean
}

export type ReopenReason =
  | 'not-chair'
  | 'phase-closed'
  | 'recused'
  | 'sheet-not-sealed'
  | 'stale-version'
  | 'reason-required'
  | 'first-round-closed'
  | 'point-opened'

/**
 * A sealed or abstained sheet becomes a new draft round with the same scores; the sealed version stays in the log.
 * The sheet number is drawn anew, so that two rounds cannot be told to be one juror's.
 */
export function reopenSheet(
  facts: ReopenFacts,
  actor: Actor,
  request: { readonly version: number; readonly reason: string; readonly sheetNumber: string },
): Result<SheetChange, ReopenReason> {
  const { sheet } = facts
  if (seatIn(actor, sheet.campaignId)?.role !== facts.presiding) return refuse('not-chair')
  // Nobody reopens a sheet of their own, whatever chair they hold.
  if (facts.seat.personId === actor.personId) return refuse('not-chair')
  if (!REOPENABLE_PHASES.includes(facts.phase)) return refuse('phase-closed', { phase: facts.phase })
  if (facts.isFirstRoundClosed && !sheet.isSecondRound) return refuse('first-round-closed')
  if (facts.isCategoryOpened) return refuse('point-opened')
  if (facts.recused) return refuse('recused')
  if (sheet.state !== 'sealed' && sheet.state !== 'abstained')
    return refuse('sheet-not-sealed', { state: sheet.state })
  if (sheet.version !== request.version)
    return refuse('stale-version', { current: sheet.version, posted: request.version })
  const reason = request.reason.trim()
  if (isBlank(reason)) return refuse('reason-required', {}, { reason: 'errors.required' })
  const reopened: ScoreSheet = {
    ...sheet,
    state: 'draft',
    version: more(sheet.version, 1),
    round: more(sheet.round, 1),
    sheetNumber: request.sheetNumber,
    reason,
    sealedAt: null,
    commitment: null,
  }
  const notice = {
    name: 'sheet-reopened',
    to: { personId: facts.seat.personId },
    campaignId: sheet.campaignId,
    facts: { nominationId: sheet.nominationId, reason },
  }
  const entry = sheetEntry('scoreSheetReopened', reopened, {
    previousCommitment: sheet.commitment ?? '',
    reason,
  })
  return ok({ sheet: reopened, entry, notices: [notice] })
}

/**
 * A recusal declared after a sheet exists voids it; the sheet stays in the log and counts nowhere
 * (scoring.md section 1.3). Refused: a sheet already void.
 */
export function voidSheet(
  sheet: ScoreSheet,
  cause: 'recusal' | 'decision',
  reason: string,
): Result<SheetChange, 'sheet-voided' | 'reason-required'> {
  if (sheet.state === 'voided') return refuse('sheet-voided')
  if (isBlank(reason)) return refuse('reason-required', {}, { reason: 'errors.required' })
  const voided: ScoreSheet = {
    ...sheet,
    state: 'voided',
    version: more(sheet.version, 1),
    reason: reason.trim(),
  }
  const entry = sheetEntry('scoreSheetVoided', voided, { cause, previousCommitment: sheet.commitment ?? '' })
  return ok({ sheet: voided, entry, notices: [] })
}
