import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { addWorkingDays } from '../kernel/working-days.ts'
import { notify } from '../notice/notice.ts'
import { actingFor, entryOf, titleText } from './nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Regulation } from '../campaign/regulation.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Nomination, NominationContext } from './nomination.ts'
import type { ScreeningDecision } from './screening-decision.ts'

/** The one appeal against a decision of inadmissibility; it never changes. */
export type Appeal = {
  readonly id: string
  readonly number: string
  readonly decisionId: string
  readonly nominationId: string
  readonly grounds: string
  readonly filedBy: string
  readonly filedAt: Instant
  /** When its window closes; an appeal stands strictly before. */
  readonly until: Instant
  /** By when it is to be answered. */
  readonly dueAt: Instant
}
export type AppealReason =
  | 'not-mandated'
  | 'not-signatory'
  | 'wrong-state'
  | 'window-closed'
  | 'already-appealed'
  | 'grounds-required'
  | 'unreadable-text'
export type Filed = { readonly appeal: Appeal; readonly entry: EntryDraft }
export type AppealTold = { readonly entry: EntryDraft; readonly notices: readonly NoticeDraft[] }

/** `RI-2026-0007`: year of the campaign, sequence of four digits or more. */
export const APPEAL_SERIES = 'RI'
export const appealNumber = (year: number, sequence: number): string =>
  `${APPEAL_SERIES}-${year}-${String(sequence).padStart(4, '0')}`

/**
 * The end of an appeal's working days: of its window, counted from the notification of the decision, and of its answer,
 * counted from its arrival. The regulation names the first; the award gives itself no longer than it gives an applicant.
 */
export const appealTerm = (
  from: Instant,
  { screening, holidays }: Pick<Regulation, 'screening' | 'holidays'>,
  offsetAt: OffsetAt,
): Instant =>
  addWorkingDays(from, screening.appealWorkingDays, { holidays: holidays.map(({ date }) => date), offsetAt })

/** The decision that an appeal may contest: inadmissible, and validated by its second hand. */
export const contestable = (
  decisions: readonly ScreeningDecision[],
): (ScreeningDecision & { readonly settledAt: Instant }) | null => {
  const found = decisions.find(({ state, outcome }) => state === 'validated' && outcome === 'inadmissible')
  return found === undefined || found.settledAt === null ? null : { ...found, settledAt: found.settledAt }
}

/** Files the one appeal of an inadmissible nomination, by its signatory, strictly before its window closes. */
export function fileAppeal(
  facts: {
    readonly nomination: Nomination
    readonly decision: Pick<ScreeningDecision, 'id'>
    readonly until: Instant
    readonly dueAt: Instant
    readonly earlier: Appeal | null
  },
  actor: Actor,
  typed: { readonly id: string; readonly number: string; readonly grounds: string },
  received: Instant,
): Result<Filed, AppealReason> {
  const { nomination, until, dueAt } = facts
  const acting = actingFor(nomination, actor, true)
  if (!acting.ok) return acting
  if (facts.earlier !== null) return refuse('already-appealed')
  if (nomination.state !== 'inadmissible') return refuse('wrong-state', { state: nomination.state })
  if (received >= until) return refuse('window-closed', { until })
  const grounds = cleanText(typed.grounds, 'prose')
  if (!grounds.ok) return refuse('unreadable-text', {}, { grounds: 'errors.control' })
  if (isBlank(grounds.value)) return refuse('grounds-required', {}, { grounds: 'errors.required' })
  const { id, number } = typed
  return ok({
    appeal: {
      ...{ id, number, decisionId: facts.decision.id, nominationId: nomination.id, grounds: grounds.value },
      ...{ filedBy: actor.personId, filedAt: received, until, dueAt },
    },
    entry: entryOf('appealFiled', nomination, { appeal: id, number }),
  })
}

/** The team of the file, and the desk that may answer. */
export function appealReceived(
  { number, dueAt }: Appeal,
  nomination: Nomination,
  { team }: Pick<NominationContext, 'team'>,
  desk: readonly string[],
): readonly NoticeDraft[] {
  const told = { number, reference: nomination.reference, dueAt, nominationId: nomination.id }
  const titled = { ...told, title: titleText(nomination) }
  return [
    ...notify('appeal-received', team, nomination.campaignId, titled),
    ...notify('appeal-to-answer', desk, nomination.campaignId, told),
  ]
}
