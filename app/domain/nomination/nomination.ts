import { ok, refuse } from '../kernel/result.ts'
import { mandateFor } from '../access/actor.ts'
import type { Actor, MandateHeld } from '../access/actor.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Phase } from '../campaign/phase.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'

/** The stored states; in evaluation, finalist and laureate are derived, so that nothing can disagree. */
export const NOMINATION_STATES = [
  'draft',
  'awaiting_visa',
  'submitted',
  'completion_requested',
  'admissible',
  'inadmissible',
  'withdrawn',
  'disqualified',
] as const
export type NominationState = (typeof NOMINATION_STATES)[number]

export const NOMINATION_ACTS = [
  'requestVisa',
  'cancelVisa',
  'submit',
  'withdraw',
  'resubmit',
  'requestCompletion',
  'answerCompletion',
  'lapseCompletion',
  'admit',
  'reject',
  'upholdAppeal',
  'disqualify',
] as const
export type NominationAct = (typeof NOMINATION_ACTS)[number]

/** The one transition table: which act leads from which states to which. */
export const NOMINATION_TRANSITIONS = {
  requestVisa: { from: ['draft'], to: 'awaiting_visa' },
  cancelVisa: { from: ['awaiting_visa'], to: 'draft' },
  // A signatory who wrote the dossier gives the visa at once; another one finds it frozen.
  submit: { from: ['draft', 'awaiting_visa'], to: 'submitted' },
  withdraw: {
    from: ['draft', 'awaiting_visa', 'submitted', 'completion_requested', 'admissible'],
    to: 'withdrawn',
  },
  resubmit: { from: ['withdrawn'], to: 'draft' },
  requestCompletion: { from: ['submitted'], to: 'completion_requested' },
  answerCompletion: { from: ['completion_requested'], to: 'submitted' },
  lapseCompletion: { from: ['completion_requested'], to: 'submitted' },
  admit: { from: ['submitted'], to: 'admissible' },
  reject: { from: ['submitted'], to: 'inadmissible' },
  upholdAppeal: { from: ['inadmissible'], to: 'admissible' },
  disqualify: { from: ['submitted', 'completion_requested', 'admissible'], to: 'disqualified' },
} as const satisfies Record<NominationAct, { from: readonly NominationState[]; to: NominationState }>

export type Nomination = {
  readonly id: string
  readonly campaignId: string
  readonly categoryCode: string
  /** The administration that leads; partners stand beside it. */
  readonly administrationId: string
  readonly partnerIds: readonly string[]
  /** Given once, at the start: `EMT-2026-0012`. */
  readonly reference: string
  readonly state: NominationState
  readonly title: Localized
  readonly visaRequestedBy: string | null
  readonly visaRequestedAt: Instant | null
  readonly submittedAt: Instant | null
  readonly withdrawnAt: Instant | null
  /** How many dossier versions were deposited; each stays. */
  readonly depositedVersions: number
  /** Row version, for two people at once. */
  readonly version: number
}

/** What the decisions about a nomination must know of its campaign and its people. */
export type NominationContext = {
  readonly campaign: {
    readonly id: string
    readonly phase: Phase
    readonly closesAt: Instant
    /** By when the calendar promises a decision of the secretariat. */
    readonly screeningEnds: Instant
  }
  /** Everyone with a live mandate for the lead administration. */
  readonly team: readonly string[]
  readonly signatories: readonly string[]
  readonly secretariat: readonly string[]
}
export type Changed = {
  readonly nomination: Nomination
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}
export type StateReason = 'wrong-state'

/** The nomination after an act of the table, or the refusal with the state that stands against it. */
export function transition(
  nomination: Nomination,
  act: NominationAct,
  change: Partial<Nomination> = {},
): Result<Nomination, StateReason> {
  const { from, to } = NOMINATION_TRANSITIONS[act]
  if (!(from as readonly NominationState[]).includes(nomination.state)) {
    return refuse('wrong-state', { state: nomination.state, act })
  }
  return ok({ ...nomination, ...change, state: to, version: nomination.version + 1 })
}

/** The actor's mandate for the lead administration; a signatory's where one is required. */
export function actingFor(
  nomination: Pick<Nomination, 'administrationId'>,
  actor: Actor,
  signatory: boolean,
): Result<MandateHeld, 'not-mandated' | 'not-signatory'> {
  const mandate = mandateFor(actor, nomination.administrationId)
  if (mandate === undefined) return refuse('not-mandated')
  return signatory && mandate.role !== 'signatory' ? refuse('not-signatory') : ok(mandate)
}

/** Acting for one of the administrations of the file: an applicant's right, and a clerk's conflict of interest. */
export const actsForFile = (
  actor: Actor,
  { administrationId: lead, partnerIds }: Pick<Nomination, 'administrationId' | 'partnerIds'>,
): boolean => actor.mandates.some(({ administrationId: id }) => id === lead || partnerIds.includes(id))

export const entryOf = (act: Act, nomination: Nomination, facts: Facts = {}): EntryDraft => ({
  act,
  subject: { type: 'nomination', id: nomination.id },
  campaignId: nomination.campaignId,
  facts: { reference: nomination.reference, ...facts },
})

/** The title of a nomination as one text for a notice: Arabic first, French else. */
export const titleText = ({ title, reference }: Pick<Nomination, 'title' | 'reference'>): string =>
  title.ar ?? title.fr ?? reference
