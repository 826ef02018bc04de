import { expect, it } from 'vitest'
import { PhaseBand } from '#app/ui/patterns/phase-band.tsx'
import { show } from './support/show.tsx'

const DAY = 86_400_000
const phase = (key: string, from: number, until: number) => ({
  key,
  name: key,
  from: from * DAY,
  until: until * DAY,
  dates: '',
})
const phases = [phase('nominations', 0, 90), phase('release', 90, 100)]
const isParted = (day: number): boolean => {
  const { container, unmount } = show(<PhaseBand phases={phases} now={day * DAY} />)
  const parted = container.querySelector('.band__today')?.classList.contains('band__today--parted')
  unmount()
  return parted === true
}

it('leaves the name of a phase room in the tick of today, and crosses the band where no name stands', () => {
  expect(isParted(5)).toBe(true)
  expect(isParted(60)).toBe(false)
  expect(isParted(99)).toBe(true)
})
