import { ok, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { Calendar } from './regulation.ts'

/** The stored phases of a campaign, in their order. Exactly one is current (product.md section 4). */
export const PHASES = [
  'preparation',
  'nominations',
  'screening',
  'evaluation',
  'presentations',
  'deliberation',
  'embargo',
  'published',
  'archived',
] as const
export type Phase = (typeof PHASES)[number]

/** Who may make a transition: a person with this role, or the platform at the instant the calendar names. */
export type TransitionHand = 'organiser' | 'secretariat' | 'chair' | 'publisher' | 'system'

export type Transition = {
  readonly from: Phase
  readonly to: Phase
  readonly act: string
  readonly gate: string
  readonly hands: readonly TransitionHand[]
}

/** The one transition table. Nothing else moves a campaign. */
export const TRANSITIONS = [
  { from: 'preparation', to: 'nominations', act: 'openCampaign', gate: 'opening', hands: ['organiser'] },
  {
    from: 'nominations',
    to: 'screening',
    act: 'closeNominations',
    gate: 'closing',
    hands: ['organiser', 'system'],
  },
  { from: 'screening', to: 'evaluation', act: 'openEvaluation', gate: 'evaluation', hands: ['organiser'] },
  { from: 'evaluation', to: 'presentations', act: 'openPresentations', gate: 'sheets', hands: ['organiser'] },
  {
    from: 'evaluation',
    to: 'deliberation',
    act: 'openDeliberation',
    gate: 'sheets',
    hands: ['organiser', 'chair'],
  },
  {
    from: 'presentations',
    to: 'deliberation',
    act: 'openDeliberation',
    gate: 'hearings',
    hands: ['organiser', 'chair'],
  },
  { from: 'deliberation', to: 'embargo', act: 'embargoResults', gate: 'finalisation', hands: ['publisher'] },
  {
    from: 'embargo',
    to: 'published',
    act: 'publishResults',
    gate: 'release',
    hands: ['publisher', 'system'],
  },
  { from: 'published', to: 'archived', act: 'archiveCampaign', gate: 'archiving', hands: ['organiser'] },
] as const satisfies readonly Transition[]

export type GateName = (typeof TRANSITIONS)[number]['gate']

/** The transitions that leave a phase. */
export const transitionsFrom = (phase: Phase): readonly (typeof TRANSITIONS)[number][] =>
  TRANSITIONS.filter((transition) => transition.from === phase)

/**
 * Whether a way out of a phase leaves out a round that the regulation holds: with two of them the presentations are the
 * second, and nobody goes from the first straight to the deliberation.
 */
export const skipsSecondRound = (from: Phase, to: Phase, places: number | null): boolean =>
  places !== null && from === 'evaluation' && to === 'deliberation'

/** The transition between two phases, or the refusal: the phases only go forward, one step at a time. */
export function transitionBetween(
  from: Phase,
  to: Phase,
): Result<(typeof TRANSITIONS)[number], 'illegal-transition'> {
  const found = TRANSITIONS.find((transition) => transition.from === from && transition.to === to)
  return found === undefined ? refuse('illegal-transition', { from, to }) : ok(found)
}

export const isBefore = (phase: Phase, other: Phase): boolean => PHASES.indexOf(phase) < PHASES.indexOf(other)
/** Whether laureates may be known to the public. */
export const isReleased = (phase: Phase): boolean => phase === 'published' || phase === 'archived'

/** What the calendar says beside the stored phase: `closed` and `overdue` are facts, not phases. */
export type CalendarReading = {
  readonly nominationsOpenNow: boolean
  readonly evaluationOpenNow: boolean
  /** The next instant that concerns the phase, for the deadline line of every screen. */
  readonly nextInstant: Instant | null
  /** The calendar is ahead of the stored phase: an act is due. */
  readonly overdue: boolean
}

const END_OF: Readonly<Record<Phase, keyof Omit<Calendar, 'ceremonyDate'> | null>> = {
  preparation: 'nominationsOpen',
  nominations: 'nominationsClose',
  screening: 'screeningEnds',
  evaluation: 'evaluationCloses',
  presentations: 'deliberation',
  deliberation: 'release',
  embargo: 'release',
  published: null,
  archived: null,
}

/** Reads the calendar at `now` (epoch milliseconds) for a stored phase. Intervals are half-open. */
export function readCalendar(phase: Phase, calendar: Calendar, now: Instant): CalendarReading {
  const field = END_OF[phase]
  const nextInstant = field === null ? null : calendar[field]
  return {
    nominationsOpenNow: phase === 'nominations' && now < calendar.nominationsClose,
    evaluationOpenNow:
      phase === 'evaluation' && calendar.evaluationOpens <= now && now < calendar.evaluationCloses,
    nextInstant,
    overdue: nextInstant !== null && now >= nextInstant,
  }
}
