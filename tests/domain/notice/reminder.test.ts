import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { CLOSING_STAGES, reminderStage } from '#app/domain/notice/reminder.ts'

const at = (text: string) => instant(Date.parse(text))
const onePastUtc = () => 60
const CLOSES = at('2026-12-18T22:59:00Z') // 23:59 in the legal zone

describe('the stage of a reminder', () => {
  it.each([
    ['2026-12-04T06:00:00Z', 14],
    ['2026-12-04T05:59:00Z', null], // still night
    ['2026-12-04T22:59:00Z', 14],
    ['2026-12-04T23:00:00Z', null], // already the next legal day
    ['2026-12-11T09:00:00Z', 7],
    ['2026-12-12T09:00:00Z', null],
    ['2026-12-16T09:00:00Z', 2],
    ['2026-12-18T05:00:00Z', null],
    ['2026-12-18T06:00:00Z', 0],
    ['2026-12-18T22:58:59Z', 0],
    ['2026-12-18T22:59:00Z', null], // closed
  ])('at %s is %s', (now, stage) => {
    expect(reminderStage(at(now), CLOSES, onePastUtc)).toBe(stage)
  })

  it('comes once on each of its days, whatever the hour it is asked', () => {
    const stages = Array.from({ length: 24 * 20 }, (_, hour) =>
      reminderStage(instant(CLOSES - hour * 3_600_000), CLOSES, onePastUtc),
    ).filter((stage) => stage !== null)
    expect([...new Set(stages)].sort((a, b) => b - a)).toEqual([...CLOSING_STAGES])
  })

  it('counts legal days across a change of hour', () => {
    const ramadan = (when: number) => (when < at('2027-02-07T02:00:00Z') ? 60 : 0)
    expect(reminderStage(at('2027-02-05T09:00:00Z'), at('2027-02-07T22:30:00Z'), ramadan)).toBe(2)
  })
})
