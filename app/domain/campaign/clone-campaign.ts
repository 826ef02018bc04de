import { ok, refuse } from '../kernel/result.ts'
import { movedOnWall } from '../kernel/working-days.ts'
import { CALENDAR_STEPS } from './calendar.ts'
import { regulationDifference } from './regulation-difference.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { Campaign } from './campaign.ts'
import type { Calendar, Regulation } from './regulation.ts'
import type { RuleDifference } from './regulation-difference.ts'

export type NewCampaign = {
  readonly id: string
  readonly slug: string
  readonly year: number
  readonly editionNumber: number | null
  readonly opensAt: Instant
}
export type Preparation = { readonly campaign: Campaign; readonly entry: EntryDraft }
export type PrepareReason = 'year-unreadable' | 'slug-unreadable' | 'slug-taken'

/**
 * The same calendar begun at another instant: every interval kept as the clocks on the wall show it, so that 16:30
 * stays 16:30 where the legal time changes on another day than in the year of the copied one; the ceremony unknown again.
 */
export function calendarFrom(calendar: Calendar, opensAt: Instant, offsetAt: OffsetAt): Calendar {
  const by = { from: calendar.nominationsOpen, to: opensAt }
  const moved = Object.fromEntries(
    CALENDAR_STEPS.map((step) => [step, movedOnWall(calendar[step], by, offsetAt)]),
  )
  return { ...calendar, ...moved, ceremonyDate: null }
}

/**
 * Begins a campaign in preparation with a regulation (the template's or an earlier campaign's). Refuses a year
 * out of range and a public address that is unreadable or taken.
 */
export function prepareCampaign(
  fresh: NewCampaign,
  regulation: Regulation,
  existing: readonly Pick<Campaign, 'slug'>[],
  { source, offsetAt }: { readonly source: string; readonly offsetAt: OffsetAt },
): Result<Preparation, PrepareReason> {
  const { id, slug, year, editionNumber, opensAt } = fresh
  if (!Number.isSafeInteger(year) || year < 2000 || year > 2100) {
    return refuse('year-unreadable', {}, { year: 'errors.number' })
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) {
    return refuse('slug-unreadable', {}, { slug: 'errors.slug' })
  }
  if (existing.some((other) => other.slug === slug))
    return refuse('slug-taken', { slug }, { slug: 'errors.taken' })
  const calendar = calendarFrom(regulation.calendar, opensAt, offsetAt)
  // The draw of an earlier edition has taken place, and everybody knows what it gave: another one is to be named.
  const { lotSource: _past, ...scoring } = regulation.scoring
  return ok({
    campaign: {
      id,
      slug,
      year,
      editionNumber,
      phase: 'preparation',
      regulation: { ...regulation, calendar, scoring },
      regulationVersion: 1,
      regulationHash: null,
      frozenAt: null,
      synthetic: false,
      version: 1,
    },
    entry: {
      act: 'campaignPrepared',
      subject: { type: 'campaign', id },
      campaignId: id,
      facts: { year, source, ...(editionNumber === null ? {} : { editionNumber }) },
    },
  })
}

/** A new campaign as the copy of an earlier one plus a readable difference (product.md section 3). */
export function cloneCampaign(
  source: Campaign,
  fresh: NewCampaign,
  existing: readonly Pick<Campaign, 'slug'>[],
  offsetAt: OffsetAt,
): Result<Preparation & { readonly difference: readonly RuleDifference[] }, PrepareReason> {
  const prepared = prepareCampaign(fresh, source.regulation, existing, { source: source.id, offsetAt })
  if (!prepared.ok) return prepared
  const difference = regulationDifference(source.regulation, prepared.value.campaign.regulation)
  return ok({ ...prepared.value, difference })
}
