import { describe, expect, it } from 'vitest'
import { field } from '#app/ui/motif/field.ts'
import { HeroField } from '#app/ui/motif/hero-field.tsx'
import { Mark } from '#app/ui/motif/mark.tsx'
import { SectionMeter } from '#app/ui/motif/section-meter.tsx'
import { iconNodes } from '#app/ui/primitives/icon-nodes.ts'
import { show } from './support/show.tsx'

describe('the motif', () => {
  it('sets exactly one piece of the mark apart', () => {
    const { container } = show(<Mark />)
    expect([container.querySelectorAll('.m0').length, container.querySelectorAll('.m1').length]).toEqual([
      7, 1,
    ])
  })

  it.each([false, true])('lays exactly one saffron tile (phone: %s)', (phone) => {
    const gold = show(<HeroField phone={phone} />).container.querySelectorAll('.g')
    expect([...gold].map((path) => path.getAttribute('d')?.match(/M/g)?.length)).toEqual([1])
  })

  it('draws the same field twice from the same seed, another from another', () => {
    const draw = (seed: number) =>
      field({ width: 400, height: 300, edge: 40, seed, start: 0, soft: 0.5, joint: 1.5, gold: [0.5, 0.5] })
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('shows eight sections as eight kites, and never stretches the star to another number', () => {
    const eight = show(<SectionMeter label="8" states={Array(8).fill('done')} />).container
    expect(eight.querySelectorAll('polygon').length).toBe(8)
    const six = show(<SectionMeter label="6" states={Array(6).fill('todo')} />).container
    expect([six.querySelectorAll('polygon').length, six.querySelectorAll('span').length]).toEqual([0, 6])
  })

  it('draws every icon', () => {
    expect(Object.values(iconNodes).every((nodes) => nodes.length > 0)).toBe(true)
  })
})
