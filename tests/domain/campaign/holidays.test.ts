import { describe, expect, it } from 'vitest'
import { editHolidays, feastsOf, type HolidayEdit } from '#app/domain/campaign/holidays.ts'
import { reviseHolidays, type RunningTerm } from '#app/domain/campaign/revise-holidays.ts'
import { appealTerm } from '#app/domain/nomination/appeal.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { addWorkingDays } from '#app/domain/kernel/working-days.ts'
import { aCampaign, OPENS } from './a-campaign.ts'

const fitr = { ar: 'عيد الفطر', fr: 'Aïd al-Fitr' }
const throne = { ar: 'عيد العرش', fr: 'Fête du trône' }
const year = [
  { date: '2026-03-20', name: fitr, provisional: true },
  { date: '2026-03-21', name: fitr, provisional: true },
  { date: '2026-07-30', name: throne, provisional: false },
  { date: '2027-03-10', name: fitr, provisional: true },
]
const edit = (changes: Partial<HolidayEdit>): HolidayEdit => ({
  ...{ of: '2026-03-20', name: fitr, first: '2026-03-21', days: 2, state: 'confirmed' },
  ...changes,
})

describe('the holidays by feast', () => {
  it('are the days that follow one another under one name', () => {
    expect(feastsOf(year)).toEqual([
      { name: fitr, first: '2026-03-20', days: 2, provisional: true },
      { name: throne, first: '2026-07-30', days: 1, provisional: false },
      { name: fitr, first: '2027-03-10', days: 1, provisional: true },
    ])
  })
  it('are moved and confirmed together, and no other feast of the name with them', () => {
    expect(editHolidays(year, edit({}))).toEqual({
      ok: true,
      value: [
        { date: '2026-03-21', name: fitr, provisional: false },
        { date: '2026-03-22', name: fitr, provisional: false },
        ...year.slice(2),
      ],
    })
  })
  it('are added in the order of their dates, and taken away', () => {
    const added = editHolidays(year, edit({ of: null, name: throne, first: '2026-05-04', days: 1 }))
    expect(added.ok && added.value.map(({ date }) => date)).toEqual([
      ...['2026-03-20', '2026-03-21', '2026-05-04', '2026-07-30', '2027-03-10'],
    ])
    const less = editHolidays(year, edit({ state: 'removed' }))
    expect(less).toEqual({ ok: true, value: year.slice(2) })
  })
  it.each<[string, Partial<HolidayEdit>, string]>([
    ['unknown-holiday', { of: null, state: 'removed' }, 'state'],
    ['holiday-unnamed', { name: { fr: 'Aïd' } }, 'name.ar'],
    ['unreadable-text', { name: { ...fitr, fr: 'A\u202E' } }, 'name.fr'],
    ['holiday-unreadable', { first: '2026-02-30' }, 'first'],
    ['holiday-unreadable', { days: 6 }, 'days'],
    ['holiday-unreadable', { days: 0 }, 'days'],
  ])('refuse with %s what cannot be', (reason, changes, field) => {
    const refused = editHolidays(year, edit(changes))
    expect(refused).toMatchObject({ ok: false, reason })
    expect(!refused.ok && Object.keys(refused.fields)).toEqual([field])
  })
  it('refuse to move a feast that is not there any more, at no field: its page does not ask which one it is', () =>
    expect(editHolidays(year, edit({ of: '2026-03-21' }))).toEqual({
      ...{ ok: false, reason: 'unknown-holiday', facts: {}, fields: {} },
    }))
})

const offsetAt = () => 60
const now = instant(OPENS + 86_400_000)
const open = aCampaign({ phase: 'screening', frozenAt: OPENS })
const reason = { ar: 'إعلان الوزارة', fr: 'Annonce du ministère' }
const holidays = (regulation = open.regulation) => regulation.holidays.map(({ date }) => date)
const { completionWorkingDays } = open.regulation.screening
const due = addWorkingDays(now, completionWorkingDays, { holidays: holidays(), offsetAt })
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const term = (changes: Partial<RunningTerm> = {}): RunningTerm => ({
  ...{ kind: 'completion', id: 'q1', nominationId: 'n1', reference: 'EMT-2026-0001', title: 'Sabil' },
  ...{ from: now, dueAt: due, people: ['p1', 'p2'] },
  ...changes,
})
const input = { now, offsetAt, hashOf: () => 'h'.repeat(64), terms: [term()], notified: [] }
/** A holiday on the day on which the term would end. */
const onTheDay: HolidayEdit = { of: null, name: throne, first: dayOf(due), days: 1, state: 'confirmed' }

describe('a holiday while the campaign runs', () => {
  it('makes a new frozen version with its reason, and moves what ends later, with an entry and a letter each', () => {
    const done = reviseHolidays(open, onTheDay, reason, input)
    if (!done.ok) throw new Error(done.reason)
    const { campaign, version, moved, entries, notices } = done.value
    expect(campaign).toMatchObject({ regulationVersion: 2, version: open.version + 1, frozenAt: now })
    expect(version).toMatchObject({ number: 2, reason, frozenAt: now, hash: 'h'.repeat(64) })
    const later = addWorkingDays(now, completionWorkingDays, {
      holidays: holidays(version.document),
      offsetAt,
    })
    expect(later).toBeGreaterThan(due)
    expect(moved).toEqual([{ term: term(), dueAt: later }])
    expect(entries.map(({ act }) => act)).toEqual(['holidaysRevised', 'dueDateMoved'])
    expect(entries[1]?.facts).toEqual({
      ...{ reference: 'EMT-2026-0001', of: 'completion', dueAt: later, previousDueAt: due },
    })
    expect(notices.map(({ name, to }) => [name, to])).toEqual([
      ['due-date-moved', { personId: 'p1' }],
      ['due-date-moved', { personId: 'p2' }],
    ])
  })
  it('never brings a day forward that was told, nor moves one that has come', () => {
    const generous = term({ dueAt: instant(due + 30 * 86_400_000) })
    const past = term({ from: instant(now - 90 * 86_400_000), dueAt: now })
    const done = reviseHolidays(open, onTheDay, reason, { ...input, terms: [generous, past] })
    expect(done.ok && done.value.moved).toEqual([])
    expect(done.ok && done.value.notices).toEqual([])
  })
  it('is refused when a window of appeal would close before the day in its letter', () => {
    const with1 = editHolidays(open.regulation.holidays, onTheDay)
    if (!with1.ok) throw new Error(with1.reason)
    const regulation = { ...open.regulation, holidays: with1.value }
    const campaign = { ...open, regulation }
    const away = { ...onTheDay, of: onTheDay.first, state: 'removed' as const }
    const told = { ...input, notified: [now] }
    expect(reviseHolidays(campaign, away, reason, told)).toMatchObject({
      ...{ ok: false, reason: 'window-shortened' },
      facts: { until: appealTerm(now, regulation, offsetAt) },
    })
    expect(reviseHolidays(campaign, away, reason, { ...told, notified: [] }).ok).toBe(true)
  })
  it('is refused without a reason in both languages, and before the rules are frozen', () => {
    expect(reviseHolidays(open, onTheDay, { fr: 'x' }, input)).toMatchObject({
      ...{ reason: 'reason-required', fields: { 'reason.ar': 'errors.required' } },
    })
    expect(reviseHolidays(open, onTheDay, { ...reason, ar: 'a\u0007' }, input)).toMatchObject({
      reason: 'unreadable-text',
    })
    expect(reviseHolidays(aCampaign(), onTheDay, reason, input)).toMatchObject({ reason: 'wrong-phase' })
  })
})
