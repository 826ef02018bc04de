import { ok, refuse } from '../kernel/result.ts'
import type { Phase } from '../campaign/phase.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'

/** An act whose statement runs later than this after its arrival is refused (product.md section 4). */
export const LONGEST_WAIT = 5 * 60_000

/**
 * Whether an act arrived in time: `received` (the database's clock when the request arrived) strictly before
 * `closesAt`, no grace, so that 16:30:00.000 is late; and its statement within 5 minutes of that arrival.
 */
export function inTime(
  received: Instant,
  statementAt: Instant,
  closesAt: Instant,
): Result<true, 'deadline-passed' | 'waited-too-long'> {
  if (received >= closesAt) return refuse('deadline-passed', { received, closesAt })
  if (statementAt - received > LONGEST_WAIT || statementAt < received) {
    return refuse('waited-too-long', { received, statementAt })
  }
  return ok(true)
}

/**
 * The phase in which an act with the deadline of nominations arrived: the turn to screening is made at the closing, while
 * what came before it may be on its way to its statement for `LONGEST_WAIT` yet. `since`: when the phase began.
 */
export const phaseOnArrival = (
  phase: Phase,
  { since, received, closesAt }: { since: Instant; received: Instant; closesAt: Instant },
): Phase => (phase === 'screening' && received < since && received < closesAt ? 'nominations' : phase)
