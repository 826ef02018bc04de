import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toIso } from '#app/domain/kernel/instant.ts'
import {
  addWorkingDays,
  isCalendarDate,
  isWorkingDay,
  legalDate,
  legalInstant,
  workingDaysBetween,
} from '#app/domain/kernel/working-days.ts'
import { at, offsetAt } from './a-campaign.ts'

const calendar = { holidays: ['2026-11-06', '2026-11-18'], offsetAt }

describe('addWorkingDays', () => {
  it('counts from the next worked day and ends at 16:30 of the last', () => {
    expect(toIso(addWorkingDays(at('2026-11-02T09:00:00Z'), 3, calendar))).toBe('2026-11-05T15:30:00.000Z')
  })
  it('leaves out the weekend and the holidays', () => {
    expect(toIso(addWorkingDays(at('2026-11-05T09:00:00Z'), 5, calendar))).toBe('2026-11-13T15:30:00.000Z')
    expect(toIso(addWorkingDays(at('2026-11-16T09:00:00Z'), 2, calendar))).toBe('2026-11-19T15:30:00.000Z')
  })
  it('takes the legal day, not the day of Greenwich', () => {
    expect(toIso(addWorkingDays(at('2026-11-02T23:30:00Z'), 1, calendar))).toBe('2026-11-04T15:30:00.000Z')
  })
  it('with zero days gives the closing hour of the first worked day', () => {
    expect(toIso(addWorkingDays(at('2026-11-07T09:00:00Z'), 0, calendar))).toBe('2026-11-09T15:30:00.000Z')
  })
  it('always ends on a worked day, the asked number of worked days later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 40 }), (day, days) => {
        const from = at(new Date(Date.UTC(2026, 0, 1) + day * 86_400_000 + 36_000_000).toISOString())
        const due = addWorkingDays(from, days, calendar)
        expect(isWorkingDay(legalDate(due, offsetAt), calendar.holidays)).toBe(true)
        expect(workingDaysBetween(from, due, calendar)).toBe(days)
      }),
    )
  })
})

describe('legalInstant', () => {
  it('follows the change of hour', () => {
    const ramadan = (instant: number) => (instant < Date.parse('2026-02-15T02:00:00Z') ? 60 : 0)
    expect(toIso(legalInstant('2026-02-14', 990, ramadan))).toBe('2026-02-14T15:30:00.000Z')
    expect(toIso(legalInstant('2026-02-16', 990, ramadan))).toBe('2026-02-16T16:30:00.000Z')
  })
})

describe('isCalendarDate', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-30', false],
    ['2024-02-29', true],
    ['26-01-01', false],
    ['', false],
  ])('reads %j as %j', (text, expected) => expect(isCalendarDate(text)).toBe(expected))
})
