import { describe, expect, it } from 'vitest'
import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { gridLevels } from '#app/domain/scoring/grid.ts'
import { commentLevels, levelOfPoints, markOf, placedOnScale } from '#app/domain/scoring/mark.ts'
import { sheetProblems } from '#app/domain/scoring/sheet-problems.ts'
import { aRubric } from './build.ts'

const grid = { min: '0', max: '20', step: '0.5' }
const made = gridLevels(grid)
const levels = made.ok ? made.value.map((one) => ({ ...one, anchor: null })) : []
const rubric = aRubric()
const [plain] = rubric.criteria
const steps: Criterion = { ...plain!, code: 'steps', grid, levels }
const mixed = { ...rubric, criteria: [plain!, steps] }
const entry = (criterion: string, points?: string) => ({
  ...{ criterion, level: null, cannotAssess: false, comment: '' },
  points,
})

describe('points written on a scale of steps', () => {
  it.each([
    ['12,5', 25],
    [' 12.5 ', 25],
    ['20', 40],
    ['25/2', 25],
    ['0', 0],
  ])('reads %s exactly', (typed, level) => {
    expect(levelOfPoints(steps, typed)).toBe(level)
    expect(placedOnScale(mixed, [entry('steps', typed)])).toMatchObject({ ok: true, value: [{ level }] })
  })

  it.each(['12.25', '20.5', '-1', 'dix', '12,5,0'])('refuses %s at its field and rounds nothing', (typed) => {
    expect(placedOnScale(mixed, [entry('steps', typed)])).toMatchObject({
      ok: false,
      reason: 'off-grid',
      facts: { count: 1 },
      fields: { 'points.steps': 'errors.score.offGrid' },
    })
  })

  it('leaves a blank one without a mark, and points where there are no steps unread', () => {
    const placed = placedOnScale(mixed, [entry('steps', ' '), entry(plain!.code, '12.5')])
    expect(placed).toMatchObject({ ok: true, value: [{ level: null }, { level: null }] })
    expect(placed.ok && placed.value.every((one) => !('points' in one))).toBe(true)
    expect(levelOfPoints(plain!, '1')).toBeNull()
  })

  it('does not read points beside "cannot assess"', () => {
    const both = { ...entry('steps', '12.25'), cannotAssess: true }
    expect(placedOnScale(mixed, [both])).toMatchObject({ ok: true, value: [{ level: null }] })
  })

  it('are shown as they were given, levels by their number', () => {
    expect([markOf(steps, 25), markOf(plain!, 1), markOf(steps, 999)]).toEqual(['12.5', '1', '999'])
  })

  it('ask for a comment where the criterion says so, else where the rubric does', () => {
    const own = { ...steps, commentAt: [40] }
    expect(commentLevels(mixed, own)).toEqual([40])
    expect(commentLevels(mixed, plain)).toEqual(mixed.commentRequiredAt)
    expect(commentLevels(mixed, undefined)).toEqual(mixed.commentRequiredAt)
    const at = (level: number) =>
      sheetProblems({ ...mixed, criteria: [own] }, [
        { criterion: 'steps', level, cannotAssess: false, comment: '' },
      ]).commentless
    expect([at(40), at(1)]).toEqual([['steps'], []])
  })
})
