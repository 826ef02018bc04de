import { describe, expect, it } from 'vitest'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { categoryProblems } from '#app/domain/campaign/category-check.ts'
import { editRubric, type RubricEdit, type ScaleEdit } from '#app/domain/campaign/rubric-edit.ts'
import { scoringRubric } from '#app/domain/scoring/rubric.ts'
import { RUBRIC_RULES } from '#tests/support/builders/regulation.ts'
import { aRegulation } from './a-campaign.ts'

const category = aRegulation.categories[0]!
const { rubric } = category
const [first, second] = rubric.criteria
const HALVES: ScaleEdit = {
  kind: 'grid',
  grid: { min: '0', max: '20', step: '0.5' },
  lowest: { ar: 'ضعيف', fr: 'Rien' },
  highest: { ar: 'ممتاز', fr: 'Exemplaire' },
}
type CriterionEdit = Extract<RubricEdit, { kind: 'criterion' }>
const onFirst = (changes: Partial<CriterionEdit> = {}): CriterionEdit => ({
  ...{ kind: 'criterion', category: category.code, criterion: first!.code, name: first!.name },
  ...{ scale: HALVES, threshold: null, commentAt: null },
  ...changes,
})
const edited = (edit: RubricEdit, from: Rubric = rubric): Rubric => {
  const result = editRubric(from, edit)
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.fields)}`)
  return result.value
}
const rules = (changes: Partial<Extract<RubricEdit, { kind: 'rubric' }>['rules']> = {}): RubricEdit => ({
  ...{ kind: 'rubric', category: category.code, weights: {} },
  rules: { ...RUBRIC_RULES, ...changes },
})
const holes = (of: Rubric): readonly string[] =>
  categoryProblems([{ ...category, rubric: of }]).map(({ code }) => code)

describe('the scale of a criterion', () => {
  it('is made of equal steps, each level worth its points, sentences at both ends', () => {
    const { levels, grid, commentAt } = edited(onFirst({ threshold: '10', commentAt: ['20', '0'] }))
      .criteria[0]!
    expect(grid).toEqual({ min: '0', max: '20', step: '0.5' })
    expect(levels).toHaveLength(41)
    expect([levels[0], levels[1], levels[40]]).toEqual([
      { level: 0, points: '0', anchor: { ar: 'ضعيف', fr: 'Rien' } },
      { level: 1, points: '0.5', anchor: null },
      { level: 40, points: '20', anchor: { ar: 'ممتاز', fr: 'Exemplaire' } },
    ])
    expect(commentAt).toEqual([0, 40])
  })

  it('goes back to levels, in the order of their points and numbered from one', () => {
    const steps = edited(onFirst())
    const levels = ['100', '0', '62.5'].map((points) => ({ points, anchor: { ar: 'و', fr: points } }))
    const back = edited(onFirst({ scale: { kind: 'levels', levels } }), steps).criteria[0]!
    expect(back.levels.map(({ level, points }) => [level, points])).toEqual([
      [1, '0'],
      [2, '62.5'],
      [3, '100'],
    ])
    expect('grid' in back || 'commentAt' in back).toBe(false)
  })

  it.each<[string, Partial<CriterionEdit>, string, string]>([
    [
      'a step that misses the end',
      { scale: { ...HALVES, grid: { min: '0', max: '1', step: '0.3' } } },
      'grid-malformed',
      'scale.grid.step',
    ],
    [
      'a step that is no number',
      { scale: { ...HALVES, grid: { min: '0', max: 'x', step: '1' } } },
      'unreadable-points',
      'scale.grid.max',
    ],
    [
      'points that are no number',
      { scale: { kind: 'levels', levels: [{ points: 'dix', anchor: {} }] } },
      'unreadable-points',
      'scale.levels.0.points',
    ],
    ['a comment asked between two steps', { commentAt: ['0.25'] }, 'unreadable-points', 'commentAt'],
    ['a threshold that is no number', { threshold: 'haut' }, 'unreadable-points', 'threshold'],
    [
      'a name that turns the writing',
      { name: { fr: `a${String.fromCodePoint(0x202e)}` } },
      'unreadable-text',
      'name.fr',
    ],
  ])('refuses %s at its field', (_, changes, reason, field) => {
    const result = editRubric(rubric, onFirst(changes))
    expect(result).toMatchObject({ ok: false, reason })
    expect(!result.ok && Object.keys(result.fields)).toEqual([field])
  })

  it('refuses a criterion that the rubric does not have', () => {
    expect(editRubric(rubric, onFirst({ criterion: 'absent' }))).toMatchObject({
      reason: 'unknown-criterion',
    })
  })
})

describe('the rules of a rubric', () => {
  it('are kept as typed and taken away again', () => {
    const kept = edited(rules({ normalised: true, totalThreshold: '2.5', missingPolicy: 'renormalise' }))
    expect(kept).toMatchObject({ ranges: 'normalised', totalThreshold: '2.5', missingPolicy: 'renormalise' })
    const { ranges, totalThreshold } = edited(rules(), kept)
    expect([ranges, totalThreshold]).toEqual([undefined, undefined])
    expect(editRubric(rubric, rules({ totalThreshold: 'dix' }))).toMatchObject({
      fields: { totalThreshold: 'errors.number' },
    })
  })

  it('name different ranges until they are brought to one, and then score', () => {
    const mixed = edited(onFirst())
    expect(holes(mixed)).toContain('scales-differ')
    expect(scoringRubric(mixed).ok).toBe(false)
    const together = edited(rules({ normalised: true }), mixed)
    expect(holes(together)).not.toContain('scales-differ')
    expect(scoringRubric(together).ok).toBe(true)
  })

  it('let levels and steps of one range stand side by side', () => {
    const hundred: ScaleEdit = { ...HALVES, grid: { min: '0', max: '100', step: '5' } }
    const beside = edited(onFirst({ scale: hundred }))
    expect(holes(beside)).toEqual([])
    expect(scoringRubric(beside).ok).toBe(true)
  })

  it('name a threshold out of its range, with the bounds of the total', () => {
    const criteria = rubric.criteria.length
    expect(holes(edited(onFirst({ scale: HALVES, threshold: '21' })))).toContain('threshold-off-range')
    expect(holes(edited(rules({ totalThreshold: String(criteria * 100) })))).toEqual([])
    const off = categoryProblems([
      { ...category, rubric: edited(rules({ totalThreshold: String(criteria * 100 + 1) })) },
    ])
    expect(off).toMatchObject([
      { code: 'total-off-range', facts: { low: '0', high: String(criteria * 100) } },
    ])
  })

  it('ask for comments at levels that exist, of the rubric or of the criterion', () => {
    expect(holes(edited(rules({ commentRequiredAt: [9] })))).toContain('comment-level-unknown')
    const own = { ...second!, commentAt: [7] }
    expect(holes({ ...rubric, criteria: [first!, own, ...rubric.criteria.slice(2)] })).toContain(
      'comment-level-unknown',
    )
  })

  it('hold the advisory threshold of a prize to the range of the score', () => {
    // Brought to 0..1, a threshold of 70 of a hundred can never be reached.
    expect(holes(edited(rules({ normalised: true })))).toContain('threshold-unreadable')
  })
})
