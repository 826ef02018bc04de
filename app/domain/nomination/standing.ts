import { isBefore, isReleased, type Phase } from '../campaign/phase.ts'
import type { NominationState } from './nomination.ts'

/** What the published result says of an admissible nomination. */
export type Outcome = 'laureate' | 'not_awarded'
export type Standing = NominationState | 'in_evaluation' | 'in_deliberation' | Outcome

/**
 * Where a nomination stands for its own people: what is stored, and once it competes what follows from the phase and, after
 * the release, from what was published (product.md section 5: anything else is derived). `outcome` is null until then.
 */
export function standingOf(state: NominationState, phase: Phase, outcome: Outcome | null): Standing {
  if (state !== 'admissible' || isBefore(phase, 'evaluation')) return state
  if (isReleased(phase)) return outcome ?? state
  return isBefore(phase, 'deliberation') ? 'in_evaluation' : 'in_deliberation'
}
