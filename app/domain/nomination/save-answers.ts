import { ok, refuse } from '../kernel/result.ts'
import { cleanAnswer } from './clean-answer.ts'
import { inTime } from './deadline.ts'
import { fieldFor, isBlank, sameValue, textOf } from './answers.ts'
import { actingFor, entryOf } from './nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Answer, AnswerValue } from './answers.ts'
import type { CleanRefusal } from './clean-answer.ts'
import type { DossierForm } from './dossier-field.ts'
import type { Nomination, NominationContext } from './nomination.ts'

/**
 * One field as it was sent: the version its page was drawn with and, where the page knows it, the text it showed.
 * A field sent back as it was shown was not touched and can lose nothing.
 */
export type Typed = {
  readonly field: string
  readonly value: AnswerValue
  readonly version: number
  readonly shown?: AnswerValue
}
export type Conflict = {
  readonly field: string
  readonly mine: AnswerValue
  readonly theirs: AnswerValue
  readonly theirVersion: number
  readonly theirsBy: string
  readonly theirsAt: Instant
}
/** A text that was not stored as the answer: kept beside it, shown to its author, never merged by itself. */
export type RescuedText = {
  readonly nominationId: string
  readonly field: string
  readonly value: AnswerValue
  readonly personId: string
  readonly at: Instant
}
export type FieldOutcome = 'saved' | 'unchanged' | 'field-changed' | 'unknown-field' | CleanRefusal
export type SaveFacts = {
  readonly nomination: Nomination
  readonly context: Pick<NominationContext, 'campaign'>
  readonly form: DossierForm
  readonly answers: readonly Answer[]
}
export type Saved = {
  /** The answers to store, changed ones only. */
  readonly answers: readonly Answer[]
  /** The answers that were sent just as they stand: their page may go on from the version they have. */
  readonly standing: readonly Answer[]
  readonly outcomes: Readonly<Record<string, FieldOutcome>>
  readonly conflicts: readonly Conflict[]
  readonly rescued: readonly RescuedText[]
  /** Copied to the nomination for lists. */
  readonly title: Localized
  /** Null when nothing was changed and nothing rescued. */
  readonly entry: EntryDraft | null
  readonly notices: readonly NoticeDraft[]
}
export type SaveReason =
  | 'not-mandated'
  | 'not-signatory'
  | 'wrong-phase'
  | 'withdrawn'
  | 'awaiting-visa'
  | 'not-editable'
  | 'deadline-passed'
  | 'waited-too-long'

function editable({ nomination, context }: SaveFacts, now: Instant): Result<true, SaveReason> {
  const { state } = nomination
  const { phase, closesAt } = context.campaign
  if (state === 'withdrawn') return refuse('withdrawn')
  if (state === 'awaiting_visa') return refuse('awaiting-visa')
  // The clock closes a draft, however long the turn of the phase takes after it.
  if (state === 'draft')
    return phase === 'nominations' ? inTime(now, now, closesAt) : refuse('wrong-phase', { phase })
  if (state !== 'completion_requested') return refuse('not-editable', { state })
  return phase === 'nominations' || phase === 'screening' ? ok(true) : refuse('wrong-phase', { phase })
}

type Step = {
  readonly outcome: FieldOutcome
  readonly answer?: Answer
  readonly standing?: Answer
  readonly conflict?: Conflict
}

function stepFor(facts: SaveFacts, typed: Typed, actor: Actor, now: Instant): Step {
  const field = fieldFor(facts.form, typed.field)
  if (field === undefined) return { outcome: 'unknown-field' }
  const cleaned = cleanAnswer(field, typed.value)
  if (!cleaned.ok) return { outcome: cleaned.reason }
  const mine = cleaned.value
  const current = facts.answers.find((answer) => answer.field === typed.field)
  // Also a save whose answer was lost on the way, and that is sent again over the version it was first sent over.
  if (sameValue(mine, current?.value)) return { outcome: 'unchanged', ...(current && { standing: current }) }
  if (typed.shown !== undefined && sameValue(mine, typed.shown)) return { outcome: 'unchanged' }
  if (current !== undefined && current.version !== typed.version) {
    const { value: theirs, version: theirVersion, updatedBy: theirsBy, updatedAt: theirsAt } = current
    return {
      outcome: 'field-changed',
      conflict: { field: typed.field, mine, theirs, theirVersion, theirsBy, theirsAt },
    }
  }
  const version = (current?.version ?? 0) + 1
  return {
    outcome: 'saved',
    answer: { field: typed.field, value: mine, version, updatedBy: actor.personId, updatedAt: now },
  }
}

function titleOf(answers: readonly Answer[]): Localized {
  const [ar, fr] = [textOf(answers, 'title.ar'), textOf(answers, 'title.fr')]
  return { ...(ar === '' ? {} : { ar }), ...(fr === '' ? {} : { fr }) }
}

/** The answers as they stand after a save. */
export const merged = (before: readonly Answer[], saved: readonly Answer[]): readonly Answer[] => [
  ...before.filter(({ field }) => !saved.some((answer) => answer.field === field)),
  ...saved,
]

/** Keeps texts whose save was refused as a whole (visa asked meanwhile, phase over): nothing typed is lost. */
export const rescueAll = (
  nomination: Pick<Nomination, 'id'>,
  typed: readonly Typed[],
  actor: Actor,
  now: Instant,
): readonly RescuedText[] =>
  typed
    .filter(({ value, shown }) => !isBlank(value) && (shown === undefined || !sameValue(value, shown)))
    .map(({ field, value }) => ({
      nominationId: nomination.id,
      field,
      value,
      personId: actor.personId,
      at: now,
    }))

/**
 * Saves the typed fields of a dossier, each on its own (product.md section 6): a field that a colleague changed
 * meanwhile keeps the colleague's text and the losing one is rescued, both told in `conflicts`; a field with a
 * forbidden character is told in `outcomes`; every other field is stored, errors and all. Refuses as a whole the
 * wrong phase, a draft at or after the closing, a withdrawn or frozen nomination and people without mandate.
 */
export function saveAnswers(
  facts: SaveFacts,
  actor: Actor,
  typed: readonly Typed[],
  now: Instant,
): Result<Saved, SaveReason> {
  const acting = actingFor(facts.nomination, actor, false)
  if (!acting.ok) return acting
  const open = editable(facts, now)
  if (!open.ok) return open
  const steps = new Map(typed.map((one) => [one.field, stepFor(facts, one, actor, now)]))
  const all = [...steps.values()]
  const answers = all.flatMap(({ answer }) => (answer === undefined ? [] : [answer]))
  const standing = all.flatMap((step) => (step.standing === undefined ? [] : [step.standing]))
  const conflicts = all.flatMap(({ conflict }) => (conflict === undefined ? [] : [conflict]))
  const rescued = conflicts
    .filter(({ mine }) => !isBlank(mine))
    .map(({ field, mine }) => ({
      nominationId: facts.nomination.id,
      field,
      value: mine,
      personId: actor.personId,
      at: now,
    }))
  const fields = answers.map(({ field }) => field)
  return ok({
    answers,
    standing,
    outcomes: Object.fromEntries([...steps].map(([field, { outcome }]) => [field, outcome])),
    conflicts,
    rescued,
    title: titleOf(merged(facts.answers, answers)),
    entry:
      fields.length + rescued.length === 0
        ? null
        : entryOf('answersSaved', facts.nomination, { fields, rescued: rescued.map(({ field }) => field) }),
    notices: [],
  })
}
