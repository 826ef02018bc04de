import { describe, expect, it } from 'vitest'
import { everyWeek } from '#app/domain/campaign/submission-weeks.ts'

const DAY = 86_400_000
const MONDAY = Date.UTC(2026, 8, 7)
const week = (at: number): number => MONDAY + at * 7 * DAY

describe('the weeks of submission', () => {
  it('begins with the week of the opening and leaves none out in which nothing came', () => {
    expect(everyWeek(MONDAY + 3 * DAY, [week(4), week(2), week(2)])).toEqual([0, 1, 2, 3, 4].map(week))
  })

  it('begins with the first file where that came before the opening, and is empty without a file', () => {
    expect(everyWeek(week(3), [week(1), week(2)])).toEqual([week(1), week(2)])
    expect(everyWeek(week(0), [week(0)])).toEqual([week(0)])
    expect(everyWeek(week(0), [])).toEqual([])
  })
})
