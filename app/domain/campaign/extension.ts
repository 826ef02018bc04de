import { ok, refuse } from '../kernel/result.ts'
import { notify } from '../notice/notice.ts'
import { calendarProblems, CALENDAR_STEPS } from './calendar.ts'
import { cleanLocalized } from './localized-edit.ts'
import type { EntryDraft } from '../audit/entry.ts'
import { movedOnWall } from '../kernel/working-days.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Campaign, HashOf, RegulationVersion } from './campaign.ts'
import type { BilingualText, Calendar } from './regulation.ts'

export type ExtensionRequest = {
  readonly closesAt: Instant
  readonly reason: BilingualText
  /** Moves every later date as far on the wall clock, so that screening and reading keep their time and hour. */
  readonly moveFollowing: boolean
}
export type ExtensionInput = {
  readonly now: Instant
  readonly offsetAt: OffsetAt
  readonly hashOf: HashOf
  /** Everyone with a mandate and the offices: an extension applies to all, and all are told. */
  readonly people: readonly string[]
  /** The accepted seats: their sheets may be due on another day. */
  readonly jurors: readonly string[]
}
export type ExtensionReason =
  'wrong-phase' | 'deadline-passed' | 'not-later' | 'reason-required' | 'calendar-order'
export type Extension = {
  readonly campaign: Campaign
  readonly version: RegulationVersion
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

function movedCalendar(calendar: Calendar, request: ExtensionRequest, offsetAt: OffsetAt): Calendar {
  const by = { from: calendar.nominationsClose, to: request.closesAt }
  const following = CALENDAR_STEPS.slice(CALENDAR_STEPS.indexOf('nominationsClose') + 1)
  const moved: Record<string, Instant> = {}
  if (request.moveFollowing)
    for (const step of following) moved[step] = movedOnWall(calendar[step], by, offsetAt)
  return { ...calendar, ...moved, nominationsClose: request.closesAt }
}

/**
 * Extends the closing of nominations: a formal, published, dated act that applies to all (product.md section 4).
 * Only to a later instant, only before the present one has passed, with a reason in Arabic and French, and only
 * when the dates that follow keep their order. Makes a new frozen version of the regulation.
 */
export function extendDeadline(
  campaign: Campaign,
  request: ExtensionRequest,
  input: ExtensionInput,
): Result<Extension, ExtensionReason> {
  const before = campaign.regulation.calendar
  if (campaign.phase !== 'nominations') return refuse('wrong-phase', { phase: campaign.phase })
  if (input.now >= before.nominationsClose)
    return refuse('deadline-passed', { closesAt: before.nominationsClose })
  if (!(request.closesAt > before.nominationsClose)) {
    return refuse('not-later', { closesAt: before.nominationsClose }, { closesAt: 'errors.deadlineNotLater' })
  }
  const reason = cleanLocalized(request.reason, 'prose')
  if (!reason.ok) return refuse('reason-required', {}, prefixed(reason.fields))
  const { ar, fr } = reason.value
  if (ar === undefined || fr === undefined) {
    const missing = (['ar', 'fr'] as const).filter((lang) => reason.value[lang] === undefined)
    return refuse(
      'reason-required',
      {},
      prefixed(Object.fromEntries(missing.map((lang) => [lang, 'errors.required']))),
    )
  }
  const calendar = movedCalendar(before, request, input.offsetAt)
  const problem = calendarProblems(calendar, input.offsetAt)[0]
  if (problem !== undefined) return refuse('calendar-order', { field: problem.field, ...problem.facts })
  return ok(extended(campaign, calendar, { ar, fr }, input))
}

const prefixed = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([lang, message]) => [`reason.${lang}`, message]))

function extended(
  campaign: Campaign,
  calendar: Calendar,
  reason: BilingualText,
  input: ExtensionInput,
): Extension {
  const regulation = { ...campaign.regulation, calendar }
  const hash = input.hashOf(regulation)
  const number = campaign.regulationVersion + 1
  const facts = {
    closesAt: calendar.nominationsClose,
    previousClosesAt: campaign.regulation.calendar.nominationsClose,
  }
  return {
    campaign: {
      ...campaign,
      regulation,
      regulationVersion: number,
      regulationHash: hash,
      frozenAt: input.now,
      version: campaign.version + 1,
    },
    version: { campaignId: campaign.id, number, document: regulation, hash, frozenAt: input.now, reason },
    entry: {
      act: 'deadlineExtended',
      subject: { type: 'campaign', id: campaign.id },
      campaignId: campaign.id,
      facts: { ...facts, regulationHash: hash, regulationVersion: number },
    },
    notices: [
      ...notify('deadline-extended', input.people, campaign.id, {
        campaign: campaign.id,
        ...facts,
        reasonAr: reason.ar,
        reasonFr: reason.fr,
      }),
      ...toldOfSheets(campaign, calendar, input.jurors),
    ],
  }
}

/** Jurors learn when their sheets are due, when that day has moved with the closing. */
function toldOfSheets(
  campaign: Campaign,
  calendar: Calendar,
  jurors: readonly string[],
): readonly NoticeDraft[] {
  const [dueAt, previousDueAt] = [calendar.evaluationCloses, campaign.regulation.calendar.evaluationCloses]
  if (dueAt === previousDueAt) return []
  return notify('calendar-changed', jurors, campaign.id, { campaign: campaign.id, dueAt, previousDueAt })
}
