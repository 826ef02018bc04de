import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { cumulative, Curve } from '#app/ui/organiser/tower-curve.tsx'

const DAY = 86_400_000
const OPENS = Date.UTC(2026, 8, 7)
const edition = {
  year: 2026,
  opens: OPENS,
  closes: OPENS + 28 * DAY,
  weeks: [
    { category: 'a', week: OPENS, count: 2 },
    { category: 'b', week: OPENS + 7 * DAY, count: 1 },
    { category: 'a', week: OPENS + 14 * DAY, count: 3 },
  ],
}
const told = (now: number) => cumulative(edition, 'a', now).map(({ share, sum }) => [share, sum])

describe('the curve of what came in', () => {
  it('stands at the end of each week, and at this minute in the week that runs', () => {
    expect(told(OPENS + 60 * DAY)).toEqual([
      [0.25, 2],
      [0.5, 2],
      [0.75, 5],
    ])
    expect(told(OPENS + 14 * DAY).at(-1)).toEqual([0.5, 5])
    expect(cumulative({ ...edition, closes: OPENS + DAY }, 'a', OPENS + DAY).at(-1)?.share).toBe(1)
  })

  it('lays the edition before in dashes to its closing, and keeps both years readable', () => {
    const points = cumulative(edition, 'a', OPENS + 60 * DAY)
    const one = (years: number[]) =>
      render(<Curve lines={years.map((year) => ({ year, points }))} most={5} label="A : 5" />).container
    expect(one([2026]).querySelectorAll('polyline, text')).toHaveLength(1)
    const both = one([2026, 2021])
    expect(both.querySelector('.ln-old')?.getAttribute('points')).toMatch(/ 256\.0,8\.0$/)
    const [now, old] = [...both.querySelectorAll('text')].map((text) => ({
      year: text.textContent,
      y: Number(text.getAttribute('y')),
      x: Number(text.getAttribute('x')),
    }))
    expect([now?.year, old?.year]).toEqual(['2026', '2021'])
    const apart =
      Math.abs((now?.y ?? 0) - (old?.y ?? 0)) >= 13 || Math.abs((now?.x ?? 0) - (old?.x ?? 0)) >= 40
    expect(apart).toBe(true)
  })
})
