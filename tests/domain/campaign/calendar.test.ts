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
  it('counts the days between two steps on the wall: a change of hour makes none of them too short', () => {
    const opens = calendar.nominationsOpen
    const springs = (when: number) => (when < opens + 86_400_000 ? 0 : 60)
    const weekLater = { ...calendar, nominationsClose: instant(opens + 7 * 86_400_000 - 3_600_000) }
    const of = ({ field, code }: { field: string; code: string }) => `${field} ${code}`
    expect(calendarProblems(weekLater, springs).map(of)).toEqual([])
    const early = { ...weekLater, nominationsClose: instant(weekLater.nominationsClose - 60_000) }
    expect(calendarProblems(early, springs).map(of)).toEqual(['nominationsClose gap-too-short'])
    const falls = (when: number) => (when < opens + 86_400_000 ? 60 : 0)
    const short = { ...calendar, nominationsClose: instant(opens + 7 * 86_400_000) }
    expect(calendarProblems(short, falls).map(of)).toEqual(['nominationsClose gap-too-short'])
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
