import { describe, expect, it } from 'vitest'
import { CALENDAR_STEPS, calendarProblems } from '#app/domain/campaign/calendar.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { aRegulation, offsetAt } from './a-campaign.ts'

const calendar = aRegulation.calendar

describe('calendarProblems', () => {
  it('finds nothing in the template', () => {
    expect(calendarProblems(calendar, offsetAt)).toEqual([])
  })
  it.each(CALENDAR_STEPS.slice(1))('tells that %s is not after the step before', (field) => {
    const previous = CALENDAR_STEPS[CALENDAR_STEPS.indexOf(field) - 1] ?? field
    const broken = { ...calendar, [field]: instant(calendar[previous] - 1) }
    expect(calendarProblems(broken, offsetAt)).toContainEqual({
      field,
      code: 'not-after-previous',
      facts: { previous },
    })
  })
  it('tells every problem at once, each at its field', () => {
    const broken = {
      ...calendar,
      nominationsClose: instant(calendar.nominationsOpen + 1000),
      release: instant(Number.NaN),
      ceremonyDate: '2026-02-30',
    }
    expect(calendarProblems(broken, offsetAt).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'nominationsClose gap-too-short',
      'release not-an-instant',
      'ceremonyDate not-a-date',
    ])
  })
  it('lets the ceremony be on the day of release and not the day before', () => {
    const day = new Date(calendar.release).toISOString().slice(0, 10)
    const before = new Date(calendar.release - 86_400_000).toISOString().slice(0, 10)
    expect(calendarProblems({ ...calendar, ceremonyDate: day }, offsetAt)).toEqual([])
    expect(calendarProblems({ ...calendar, ceremonyDate: before }, offsetAt)).toEqual([
      { field: 'ceremonyDate', code: 'before-release', facts: { release: day } },
    ])
  })
})
