import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { isBefore } from '../campaign/phase.ts'
import { notify } from '../notice/notice.ts'
import { entryOf, titleText, transition } from './nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { BilingualText } from '../campaign/regulation.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Changed, Nomination, NominationContext } from './nomination.ts'

/** Why a nomination leaves the competition; the sentences are `secretariat:disqualification.reasons.<code>`. */
export const DISQUALIFICATION_REASONS = [
  'false-statement',
  'not-own-service',
  'no-longer-entitled',
  'service-stopped',
  'hidden-interest',
  'pressure-on-jury',
  'other',
] as const
export type DisqualificationReason = (typeof DISQUALIFICATION_REASONS)[number]

export type Disqualification = {
  readonly id: string
  readonly nominationId: string
  readonly reason: DisqualificationReason
  /** The reasons of the decision in words. */
  readonly text: { readonly ar: string; readonly fr: string }
  readonly state: 'proposed' | 'settled' | 'returned'
  readonly proposedBy: string
  readonly proposedAt: Instant
  /** What the second hand wrote when it sent the proposal back. */
  readonly note: string | null
  readonly settledBy: string | null
  readonly settledAt: Instant | null
}

export type DisqualificationFacts = {
  readonly nomination: Nomination
  readonly context: NominationContext
  readonly organisers: readonly string[]
  /** Whoever of the jury held the file: its readers and the chair, none of them recused. */
  readonly jury: readonly string[]
  /** The proposal or decision that counts; a returned one does not. */
  readonly live: Disqualification | null
  /** A vote of the jury that names the nomination is open. */
  readonly isVoted: boolean
  /** The jury has already given it a prize. */
  readonly isAwarded: boolean
}
type Standing = 'wrong-phase' | 'wrong-state'
export type ProposeDisqualificationReason =
  Standing | 'already-proposed' | 'unknown-reason' | 'reason-required' | 'unreadable-text'
export type SettleDisqualificationReason =
  Standing | 'not-proposed' | 'own-proposal' | 'vote-open' | 'already-awarded'
export type ReturnDisqualificationReason =
  Standing | 'not-proposed' | 'own-proposal' | 'note-required' | 'unreadable-text'
export type DisqualificationStep = {
  readonly disqualification: Disqualification
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

const isReason = (code: string): code is DisqualificationReason =>
  (DISQUALIFICATION_REASONS as readonly string[]).includes(code)

/** From the screening to the end of the deliberation: before, the file is not closed; after, the decisions are signed. */
function inPhase({ context }: DisqualificationFacts): Result<true, 'wrong-phase'> {
  const { phase } = context.campaign
  return isBefore(phase, 'screening') || !isBefore(phase, 'embargo')
    ? refuse('wrong-phase', { phase })
    : ok(true)
}
const named = ({ nomination }: DisqualificationFacts) => ({
  reference: nomination.reference,
  nominationId: nomination.id,
})

/** Proposes that a nomination leave the competition, with a coded reason and its words in both languages. */
export function proposeDisqualification(
  facts: DisqualificationFacts,
  actor: Actor,
  typed: {
    readonly id: string
    readonly reason: string
    readonly text: { readonly ar: string; readonly fr: string }
  },
  now: Instant,
): Result<DisqualificationStep, ProposeDisqualificationReason> {
  const phased = inPhase(facts)
  if (!phased.ok) return phased
  const { nomination } = facts
  const moved = transition(nomination, 'disqualify')
  if (!moved.ok) return moved
  if (facts.live !== null) return refuse('already-proposed')
  if (!isReason(typed.reason)) return refuse('unknown-reason', { reason: typed.reason })
  const text = { ar: typed.text.ar, fr: typed.text.fr }
  for (const lang of ['ar', 'fr'] as const) {
    const said = cleanText(typed.text[lang], 'prose')
    if (!said.ok) return refuse('unreadable-text', {}, { [`text.${lang}`]: 'errors.control' })
    if (isBlank(said.value)) return refuse('reason-required', {}, { [`text.${lang}`]: 'errors.required' })
    text[lang] = said.value
  }
  const disqualification: Disqualification = {
    ...{ id: typed.id, nominationId: nomination.id, reason: typed.reason, text, state: 'proposed' },
    ...{ proposedBy: actor.personId, proposedAt: now, note: null, settledBy: null, settledAt: null },
  }
  const others = facts.organisers.filter((personId) => personId !== actor.personId)
  return ok({
    disqualification,
    entry: entryOf('disqualificationProposed', nomination, { reason: typed.reason }),
    notices: notify('disqualification-to-settle', others, nomination.campaignId, named(facts)),
  })
}

function secondHand(
  facts: DisqualificationFacts,
  actor: Actor,
): Result<Disqualification, Standing | 'not-proposed' | 'own-proposal'> {
  const phased = inPhase(facts)
  if (!phased.ok) return phased
  const { live } = facts
  if (live === null || live.state !== 'proposed') return refuse('not-proposed')
  return live.proposedBy === actor.personId ? refuse('own-proposal') : ok(live)
}

/**
 * Settles a colleague's proposal: the nomination leaves the tally and the jury at once, its team gets the decision. Refuses
 * while the jury votes on it, and once it has a prize: what the jury decided is not undone here.
 */
export function settleDisqualification(
  facts: DisqualificationFacts,
  actor: Actor,
  words: BilingualText,
  now: Instant,
): Result<DisqualificationStep & Pick<Changed, 'nomination'>, SettleDisqualificationReason> {
  const proposed = secondHand(facts, actor)
  if (!proposed.ok) return proposed
  if (facts.isVoted) return refuse('vote-open')
  if (facts.isAwarded) return refuse('already-awarded')
  const moved = transition(facts.nomination, 'disqualify')
  if (!moved.ok) return moved
  const { reason, proposedBy } = proposed.value
  const { team, secretariat } = facts.context
  const { campaignId } = facts.nomination
  return ok({
    nomination: moved.value,
    disqualification: { ...proposed.value, state: 'settled', settledBy: actor.personId, settledAt: now },
    entry: entryOf('nominationDisqualified', moved.value, {
      reason,
      proposedBy,
      from: facts.nomination.state,
    }),
    notices: [
      ...notify('disqualified', [...team, ...secretariat], campaignId, {
        ...named(facts),
        title: titleText(facts.nomination),
        reasonAr: words.ar,
        reasonFr: words.fr,
      }),
      // The jury is told that it left, and neither why nor by whom: that is between the award and the administration.
      ...notify('file-disqualified', facts.jury, campaignId, {
        campaign: campaignId,
        reference: facts.nomination.reference,
      }),
    ],
  })
}

/** Sends a proposal back to whoever made it, with a note; the nomination stays in the competition. */
export function returnDisqualification(
  facts: DisqualificationFacts,
  actor: Actor,
  note: string,
  now: Instant,
): Result<DisqualificationStep, ReturnDisqualificationReason> {
  const proposed = secondHand(facts, actor)
  if (!proposed.ok) return proposed
  const text = cleanText(note, 'prose')
  if (!text.ok) return refuse('unreadable-text', {}, { note: 'errors.control' })
  if (isBlank(text.value)) return refuse('note-required', {}, { note: 'errors.required' })
  const { proposedBy } = proposed.value
  return ok({
    disqualification: {
      ...{ ...proposed.value, state: 'returned', note: text.value },
      ...{ settledBy: actor.personId, settledAt: now },
    },
    entry: entryOf('disqualificationReturned', facts.nomination, { proposedBy }),
    notices: notify('disqualification-returned', [proposedBy], facts.nomination.campaignId, {
      ...named(facts),
      note: text.value,
    }),
  })
}
