import { describe, expect, it } from 'vitest'
import { gridLevels, levelOnGrid } from '#app/domain/scoring/grid.ts'

const HALVES = { min: '1', max: '3', step: '1/2' }

describe('a grid', () => {
  it('has an exact level at each step, from the lowest to the highest', () => {
    expect(gridLevels(HALVES)).toEqual({
      ok: true,
      value: ['1', '3/2', '2', '5/2', '3'].map((points, level) => ({ level, points })),
    })
    expect(gridLevels({ min: '-1', max: '0', step: '1' })).toMatchObject({
      value: [{ points: '-1' }, { points: '0' }],
    })
  })
  it.each([
    [{ min: '0', max: '10', step: '3' }],
    [{ min: '0', max: '10', step: '0' }],
    [{ min: '0', max: '10', step: '-1' }],
    [{ min: '10', max: '0', step: '1' }],
    [{ min: '5', max: '5', step: '1' }],
    [{ min: '0', max: '201', step: '1' }],
    [{ min: 'x', max: '10', step: '1' }],
    [{ min: '0', max: '', step: '1' }],
    [{ min: '0', max: '10', step: '1e0' }],
  ])('is refused when its steps lead nowhere: %j', (grid) => {
    expect(gridLevels(grid)).toEqual({ ok: false, reason: 'grid-malformed', facts: grid, fields: {} })
    expect(levelOnGrid(grid, '1')).toMatchObject({ reason: 'grid-malformed' })
  })
  it('has at most two hundred steps', () => {
    const widest = gridLevels({ min: '0', max: '200', step: '1' })
    expect(widest.ok && widest.value.length).toBe(201)
  })
  it.each([
    ['1', 0],
    ['2.5', 3],
    [' 5/2 ', 3],
    ['3.0', 4],
  ])('reads %j as an exact multiple of its step', (typed, level) => {
    expect(levelOnGrid(HALVES, typed)).toEqual({ ok: true, value: level })
  })
  it.each([['0.5'], ['3.5'], ['2.4999999999999999'], ['2,5'], [''], ['two']])('refuses %j', (typed) => {
    expect(levelOnGrid(HALVES, typed)).toMatchObject({ ok: false, reason: 'off-grid', facts: HALVES })
  })
})
