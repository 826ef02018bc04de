import type { Actor } from '../access/actor.ts'
import { isBlank } from '../kernel/clean-text.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { voidSheet } from '../scoring/sheet-corrections.ts'
import type { ScoreSheet } from '../scoring/sheet.ts'
import type { ExclusionCause, InterestKind } from './conflict.ts'
import { recuses } from './conflict.ts'

/** `automatic` follows from bodies, `declared` from the juror, `pinned` from the secretariat. */
export type RecusalOrigin = 'automatic' | 'declared' | 'pinned'
export type Recusal = {
  readonly seatId: string
  readonly nominationId: string
  readonly origin: RecusalOrigin
  readonly ground: InterestKind | ExclusionCause
  readonly since: Instant
}
/** What a recusal changes: the file disappears, the reading ends, the sheet is void, the quorum base shrinks. */
export type RecusalEffects = {
  readonly recusal: Recusal
  readonly endsAssignment: boolean
  readonly voided: ScoreSheet | null
  readonly entries: readonly EntryDraft[]
  readonly notices: readonly NoticeDraft[]
}
export type RecusalFacts = {
  readonly campaignId: string
  readonly seatId: string
  readonly personId: string
  readonly nominationId: string
  readonly assigned: boolean
  readonly sheet: ScoreSheet | null
  readonly existing: Recusal | null
  /** A prize of the category is decided on the ranking as it stands. */
  readonly isPrizeDecided: boolean
}

/** Whether the seat counts for the file: as a reader who is eligible, or by a sheet. */
const counts = ({ assigned, sheet }: RecusalFacts): boolean =>
  assigned || (sheet !== null && sheet.state !== 'voided')

/**
 * Recuses one seat from one nomination. Refused: already recused, or a prize of its category is decided on a ranking that
 * this would change. The grounds stay out of the notice.
 */
export function recuse(
  facts: RecusalFacts,
  cause: { readonly origin: RecusalOrigin; readonly ground: Recusal['ground'] },
  now: Instant,
): Result<RecusalEffects, 'already-recused' | 'prize-decided'> {
  if (facts.existing !== null) return refuse('already-recused', { origin: facts.existing.origin })
  if (facts.isPrizeDecided && counts(facts)) return refuse('prize-decided')
  const { campaignId, seatId, nominationId } = facts
  const recusal: Recusal = { seatId, nominationId, ...cause, since: now }
  const voiding =
    facts.sheet && facts.sheet.state !== 'voided' ? voidSheet(facts.sheet, 'recusal', 'recusal') : null
  const voided = voiding?.ok ? voiding.value : null
  const entry: EntryDraft = {
    act: 'recusalRecorded',
    subject: { type: 'nomination', id: nominationId },
    campaignId,
    facts: {
      seatId,
      origin: cause.origin,
      ground: cause.ground,
      assignmentEnded: facts.assigned,
      sheetVoided: voided !== null,
    },
  }
  const notice: NoticeDraft = {
    name: 'recusal-recorded',
    to: { personId: facts.personId },
    campaignId,
    facts: { nominationId },
  }
  return ok({
    recusal,
    endsAssignment: facts.assigned,
    voided: voided?.sheet ?? null,
    entries: voided ? [entry, voided.entry] : [entry],
    notices: [notice],
  })
}

export type Declaration = {
  readonly kind: InterestKind
  readonly words: string
  readonly declaredAt: Instant
}
export type DeclareFacts = RecusalFacts & {
  readonly charterSigned: boolean
  readonly declaration: Declaration | null
}
export type DeclareReason =
  'not-seated' | 'charter-missing' | 'words-required' | 'already-recused' | 'prize-decided'

/**
 * The juror's declaration for one nomination, made before its content opens. Anything but `none` recuses at once.
 * A second declaration may add an interest at any time; it cannot take one back (that is lifting a recusal).
 */
export function declareInterest(
  facts: DeclareFacts,
  actor: Actor,
  declared: { readonly kind: InterestKind; readonly words: string },
  now: Instant,
): Result<
  { readonly declaration: Declaration; readonly effects: RecusalEffects | null; readonly entry: EntryDraft },
  DeclareReason
> {
  if (actor.personId !== facts.personId) return refuse('not-seated')
  if (!facts.charterSigned) return refuse('charter-missing')
  if (facts.existing !== null) return refuse('already-recused', { origin: facts.existing.origin })
  const words = declared.words.trim()
  if (declared.kind === 'other' && isBlank(words))
    return refuse('words-required', {}, { words: 'errors.required' })
  const effects = recuses(declared.kind)
    ? recuse(facts, { origin: 'declared', ground: declared.kind }, now)
    : null
  if (effects && !effects.ok) return effects
  const entry: EntryDraft = {
    act: 'interestDeclared',
    subject: { type: 'nomination', id: facts.nominationId },
    campaignId: facts.campaignId,
    facts: { seatId: facts.seatId, kind: declared.kind },
  }
  return ok({
    declaration: { kind: declared.kind, words, declaredAt: now },
    effects: effects?.value ?? null,
    entry,
  })
}
