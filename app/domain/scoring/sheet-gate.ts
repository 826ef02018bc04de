import type { Actor } from '../access/actor.ts'
import { isWithin } from '../kernel/instant.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { SheetFacts } from './sheet.ts'

export type SheetGateReason =
  'not-assigned' | 'recused' | 'declaration-missing' | 'phase-closed' | 'sheet-sealed' | 'stale-version'

/** The round that a sheet belongs to is still open: nothing is counted yet, nobody's figures are shown. */
export const isRoundOpen = ({ phase, sheet }: Pick<SheetFacts, 'phase' | 'sheet'>): boolean =>
  phase === 'evaluation' || (phase === 'presentations' && sheet.isSecondRound)

/**
 * A sheet of the second round is written while that round is open, also by whoever reads in it alone. A sheet reopened
 * by the chair, who gives a reason, may still be changed until the deliberation ends (product.md section 9): not one that
 * follows a voided sheet after its recusal was lifted.
 */
function isOpen(facts: SheetFacts, now: Instant): boolean {
  if (facts.phase === 'evaluation' && isWithin(facts.evaluation, now)) return true
  if (facts.phase === 'presentations' && facts.sheet.isSecondRound) return true
  const isReopened = facts.sheet.round > 1 && facts.sheet.reason !== ''
  return isReopened && ['evaluation', 'presentations', 'deliberation'].includes(facts.phase)
}

/**
 * Whether the actor may write on this sheet now. The order matters: whoever is recused or not assigned learns
 * nothing else about the file. Chairs and experts have no sheets (product.md section 5).
 */
export function mayWriteSheet(
  facts: SheetFacts,
  actor: Actor,
  version: number,
  now: Instant,
): Result<null, SheetGateReason> {
  const { sheet, seat } = facts
  const isOwn = actor.personId === seat.personId && sheet.seatId === seat.id
  if (!isOwn || !['juror', 'deputy'].includes(seat.role)) return refuse('not-assigned')
  if (facts.recused) return refuse('recused')
  if (!facts.assigned) return refuse('not-assigned')
  if (!facts.declared) return refuse('declaration-missing')
  if (!isOpen(facts, now))
    return refuse('phase-closed', { phase: facts.phase, closedAt: facts.evaluation.until })
  if (sheet.state !== 'draft') return refuse('sheet-sealed', { state: sheet.state })
  if (sheet.version !== version) return refuse('stale-version', { current: sheet.version, posted: version })
  return ok(null)
}
