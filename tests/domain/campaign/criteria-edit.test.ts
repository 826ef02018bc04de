import { describe, expect, it } from 'vitest'
import { categoryProblems } from '#app/domain/campaign/category-check.ts'
import { MOST_CRITERIA, type CriteriaEdit } from '#app/domain/campaign/criteria-edit.ts'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { editRubric } from '#app/domain/campaign/rubric-edit.ts'
import { aRegulation } from './a-campaign.ts'

const category = aRegulation.categories[0]!
const { rubric } = category
const codes = rubric.criteria.map(({ code }) => code)
const [first, last] = [codes[0]!, codes.at(-1)!]

type Added = Extract<CriteriaEdit, { kind: 'criterion-added' }>
const added = (changes: Partial<Added> = {}): Added => ({
  ...{ kind: 'criterion-added', category: category.code, criterion: 'usage', weight: '5' },
  name: { ar: 'الاستعمال', fr: 'Usage' },
  ...changes,
})
const removed = (criterion: string): CriteriaEdit => ({
  ...{ kind: 'criterion-removed', category: category.code, criterion },
})
const moved = (criterion: string, towards: 'start' | 'end'): CriteriaEdit => ({
  ...{ kind: 'criterion-moved', category: category.code, criterion, towards },
})
const adopted: CriteriaEdit = { kind: 'rubric-adopted', category: category.code }
const edited = (edit: CriteriaEdit, from: Rubric = rubric): Rubric => {
  const result = editRubric(from, edit)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const order = (of: Rubric) => of.criteria.map(({ code }) => code)
const holes = (of: Rubric) => categoryProblems([{ ...category, rubric: of }]).map(({ code }) => code)

describe('a criterion more', () => {
  it('stands last on the scale of the one before it, without its sentences, which the check asks for', () => {
    const more = edited(added())
    expect(order(more)).toEqual([...codes, 'usage'])
    expect(more.criteria.at(-1)).toEqual({
      ...{ code: 'usage', name: { ar: 'الاستعمال', fr: 'Usage' }, weight: '5', threshold: null },
      levels: rubric.criteria.at(-1)!.levels.map((level) => ({ ...level, anchor: null })),
    })
    expect(holes(more)).toEqual(['weights-not-100', 'anchor-missing'])
  })

  it('takes equal steps where the one before has them, and five levels where there is none', () => {
    const grid = { min: '0', max: '1', step: '1' }
    const levels = [
      { level: 0, points: '0', anchor: { ar: 'لا', fr: 'Non' } },
      { level: 1, points: '1', anchor: { ar: 'نعم', fr: 'Oui' } },
    ]
    const steps = { ...rubric, criteria: [{ ...rubric.criteria[0]!, levels, grid }] }
    expect(edited(added(), steps).criteria.at(-1)).toMatchObject({
      ...{ grid, commentAt: [], levels: [{ level: 0, anchor: null }, { points: '1' }] },
    })
    const [only] = edited(added(), { ...rubric, criteria: [] }).criteria
    expect(only!.levels.map(({ level, points }) => `${level}=${points}`).join(' ')).toBe(
      '1=0 2=25 3=50 4=75 5=100',
    )
  })

  it.each<[string, Partial<Added>, string, string[]]>([
    ['a code that is taken', { criterion: first }, 'criterion-code-taken', ['criterion']],
    ['the name of the total', { criterion: 'total' }, 'criterion-code-taken', ['criterion']],
    ['a code that no address holds', { criterion: 'É/1' }, 'criterion-code-unreadable', ['criterion']],
    ['a code without end', { criterion: 'a'.repeat(41) }, 'criterion-code-unreadable', ['criterion']],
    ['a weight that is no number', { weight: 'peu' }, 'unreadable-weight', ['weight']],
    [
      'a name that hides',
      { name: { fr: `a${String.fromCodePoint(0x202e)}` } },
      'unreadable-text',
      ['name.fr'],
    ],
  ])('is refused for %s, at its field', (_, changes, reason, fields) => {
    const result = editRubric(rubric, added(changes))
    expect(result).toMatchObject({ ok: false, reason })
    expect(!result.ok && Object.keys(result.fields)).toEqual(fields)
  })

  it('is refused when the sheet is full', () => {
    const full = Array.from({ length: MOST_CRITERIA }, (_, at) => ({
      ...rubric.criteria[0]!,
      code: `c${at}`,
    }))
    expect(editRubric({ ...rubric, criteria: full }, added())).toMatchObject({
      ...{ reason: 'too-many-criteria', facts: { most: MOST_CRITERIA } },
    })
    expect(edited(added(), { ...rubric, criteria: full.slice(1) }).criteria).toHaveLength(MOST_CRITERIA)
  })
})

describe('a criterion less or elsewhere', () => {
  it('leaves the weights of the others, which the check then names', () => {
    const less = edited(removed(first))
    expect(order(less)).toEqual(codes.slice(1))
    expect(less.criteria).toEqual(rubric.criteria.slice(1))
    expect(holes(less)).toEqual(['weights-not-100'])
  })

  it('moves by one place and comes back', () => {
    const down = edited(moved(first, 'end'))
    expect(order(down)).toEqual([codes[1], first, ...codes.slice(2)])
    expect(edited(moved(first, 'start'), down)).toEqual(rubric)
    expect(holes(down)).toEqual([])
  })

  it.each<[CriteriaEdit, string]>([
    [removed('absent'), 'unknown-criterion'],
    [moved('absent', 'end'), 'unknown-criterion'],
    [moved(first, 'start'), 'criterion-at-the-end'],
    [moved(last, 'end'), 'criterion-at-the-end'],
  ])('refuses %o', (edit, reason) => {
    expect(editRubric(rubric, edit)).toMatchObject({ ok: false, reason })
  })

  it('never leaves a rubric empty', () => {
    const one = { ...rubric, criteria: rubric.criteria.slice(0, 1) }
    expect(editRubric(one, removed(first))).toMatchObject({ ok: false, reason: 'last-criterion' })
  })
})

describe('the mark of an example', () => {
  it('is taken away once', () => {
    expect(rubric.example).toBe(true)
    const own = edited(adopted)
    expect(own).toEqual({ ...rubric, example: false })
    expect(editRubric(own, adopted)).toMatchObject({ ok: false, reason: 'rubric-already-adopted' })
  })
})
