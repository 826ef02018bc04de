import { ok, refuse } from '../kernel/result.ts'
import { addWorkingDays } from '../kernel/working-days.ts'
import { notify } from '../notice/notice.ts'
import { appealTerm } from '../nomination/appeal.ts'
import { missingOf } from './bilingual.ts'
import { editHolidays } from './holidays.ts'
import { cleanLocalized } from './localized-edit.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Result } from '../kernel/result.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Campaign, HashOf, RegulationVersion } from './campaign.ts'
import type { HolidayEdit, HolidayReason } from './holidays.ts'
import type { BilingualText, Regulation } from './regulation.ts'

export const RUNNING_KINDS = ['completion', 'category', 'appeal'] as const
/** Something that waits for an answer within a number of working days, and those who were told of its day. */
export type RunningTerm = {
  readonly kind: (typeof RUNNING_KINDS)[number]
  readonly id: string
  readonly nominationId: string
  readonly reference: string
  readonly title: string
  readonly from: Instant
  readonly dueAt: Instant
  readonly people: readonly string[]
}
export type MovedTerm = { readonly term: RunningTerm; readonly dueAt: Instant }
export type HolidayInput = {
  readonly now: Instant
  readonly offsetAt: OffsetAt
  readonly hashOf: HashOf
  readonly terms: readonly RunningTerm[]
  /** When each decision was notified whose window of appeal nobody has used yet. */
  readonly notified: readonly Instant[]
}
export type ReviseHolidaysReason = HolidayReason | 'wrong-phase' | 'reason-required' | 'window-shortened'
export type RevisedHolidays = {
  readonly campaign: Campaign
  readonly version: RegulationVersion
  readonly moved: readonly MovedTerm[]
  readonly entries: readonly EntryDraft[]
  readonly notices: readonly NoticeDraft[]
}

const lengthOf = (kind: RunningTerm['kind'], { screening }: Regulation): number =>
  kind === 'appeal' ? screening.appealWorkingDays : screening.completionWorkingDays

/** A day that somebody was told is never brought forward: what the new calendar makes earlier stays where it was. */
function movedTerms(regulation: Regulation, { terms, now, offsetAt }: HolidayInput): readonly MovedTerm[] {
  const calendar = { holidays: regulation.holidays.map(({ date }) => date), offsetAt }
  return terms.flatMap((term) => {
    if (term.dueAt <= now) return []
    const dueAt = addWorkingDays(term.from, lengthOf(term.kind, regulation), calendar)
    return dueAt > term.dueAt ? [{ term, dueAt }] : []
  })
}

/** The window of appeal is counted from the rules in force: one that is open must not close before the day in its letter. */
function shortened(before: Regulation, after: Regulation, input: HolidayInput): Instant | null {
  const { notified, now, offsetAt } = input
  const ends = notified.flatMap((at) => {
    const until = appealTerm(at, before, offsetAt)
    return until > now && appealTerm(at, after, offsetAt) < until ? [until] : []
  })
  return ends.length === 0 ? null : ends.reduce((latest, end) => (end > latest ? end : latest))
}

const inReason = (fields: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(([language, message]) => [`reason.${language}`, message]))

/**
 * Confirms, moves, adds or takes away a holiday while the campaign runs (product.md section 4): a new frozen version of the
 * rules with its published reason, and every running term of working days counted anew, with an entry and a letter for
 * each that moves. Refuses what `editHolidays` refuses, a reason that is not in both languages, and a calendar that would
 * close a window of appeal before the day that was notified (`until`: when it may be done).
 */
export function reviseHolidays(
  campaign: Campaign,
  edit: HolidayEdit,
  reason: Localized,
  input: HolidayInput,
): Result<RevisedHolidays, ReviseHolidaysReason> {
  if (campaign.frozenAt === null) return refuse('wrong-phase', { phase: campaign.phase })
  const holidays = editHolidays(campaign.regulation.holidays, edit)
  if (!holidays.ok) return holidays
  const said = cleanLocalized(reason, 'prose')
  if (!said.ok) return refuse('unreadable-text', {}, inReason(Object.entries(said.fields)))
  const { ar, fr } = said.value
  if (ar === undefined || fr === undefined)
    return refuse('reason-required', {}, missingOf(said.value, 'reason'))
  const regulation = { ...campaign.regulation, holidays: holidays.value }
  const until = shortened(campaign.regulation, regulation, input)
  if (until !== null) return refuse('window-shortened', { until })
  return ok(revised(campaign, regulation, { edit, reason: { ar, fr } }, input))
}

function revised(
  campaign: Campaign,
  regulation: Regulation,
  { edit, reason }: { readonly edit: HolidayEdit; readonly reason: BilingualText },
  input: HolidayInput,
): RevisedHolidays {
  const hash = input.hashOf(regulation)
  const number = campaign.regulationVersion + 1
  const { id: campaignId } = campaign
  const moved = movedTerms(regulation, input)
  const { first, days, state, of } = edit
  const facts = { ...(of === null ? {} : { previous: of }), first, days, state }
  const subject = { type: 'campaign', id: campaignId }
  return {
    campaign: {
      ...{ ...campaign, regulation, regulationVersion: number, regulationHash: hash },
      ...{ frozenAt: input.now, version: campaign.version + 1 },
    },
    version: { campaignId, number, document: regulation, hash, frozenAt: input.now, reason },
    moved,
    entries: [
      {
        ...{ act: 'holidaysRevised', subject, campaignId },
        facts: { ...facts, regulationHash: hash, regulationVersion: number },
      },
      ...moved.map(({ term, dueAt }): EntryDraft => ({
        ...{ act: 'dueDateMoved', subject: { type: 'nomination', id: term.nominationId }, campaignId },
        facts: { reference: term.reference, of: term.kind, dueAt, previousDueAt: term.dueAt },
      })),
    ],
    notices: moved.flatMap(
      ({ term: { people, reference, title, nominationId, dueAt: previousDueAt }, dueAt }) =>
        notify('due-date-moved', people, campaignId, {
          reference,
          title,
          nominationId,
          dueAt,
          previousDueAt,
        }),
    ),
  }
}
