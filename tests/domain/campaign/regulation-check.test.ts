import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regulationProblems, RULES_TO_CARRY } from '#app/domain/campaign/regulation-check.ts'
import { compareDecimals, isShare, weightSum } from '#app/domain/campaign/weights.ts'
import { aRegulation, offsetAt } from './a-campaign.ts'
import type { CategoryRule, Regulation } from '#app/domain/campaign/regulation.ts'

const codes = (regulation: Regulation) => regulationProblems(regulation, offsetAt).map(({ code }) => code)
const withCategory = (change: (category: CategoryRule) => CategoryRule): Regulation => ({
  ...aRegulation,
  categories: aRegulation.categories.map((category, index) => (index === 0 ? change(category) : category)),
})

describe('the template', () => {
  it('has no hole', () => {
    expect(regulationProblems(aRegulation, offsetAt)).toEqual([])
  })
  it('has the four categories, three prizes each, and five levels from 0 to 100', () => {
    expect(aRegulation.categories.map(({ code }) => code)).toEqual([
      'e-contenu',
      'e-demarche',
      'app-mobile',
      'e-participation',
    ])
    for (const category of aRegulation.categories) {
      expect(category.slots.map(({ type }) => type)).toEqual(['excellence', 'encouragement', 'jury'])
      expect(category.rubric).toMatchObject({ example: true, commentRequiredAt: [1, 2, 5] })
      expect(category.rubric.criteria).toHaveLength(7)
      for (const { levels } of category.rubric.criteria) {
        expect(levels.map(({ points }) => points)).toEqual(['0', '25', '50', '75', '100'])
        expect(levels.map(({ anchor }) => anchor !== null)).toEqual([true, false, true, false, true])
      }
    }
  })
  it('states each rule in an article, in Arabic and in French', () => {
    const carried = aRegulation.articles.flatMap(({ carries }) => carries)
    for (const rule of RULES_TO_CARRY) expect(carried).toContain(rule)
    for (const { title, text } of aRegulation.articles) {
      expect(title.ar).toMatch(/\p{Script=Arabic}/u)
      expect(text.ar).toMatch(/\p{Script=Arabic}/u)
      expect(text.fr).not.toMatch(/\p{Script=Arabic}/u)
    }
  })
})

describe('regulationProblems', () => {
  it.each<[string, Regulation]>([
    ['name-missing', { ...aRegulation, organiser: { fr: 'Ministère' } }],
    [
      'calendar-not-after-previous',
      {
        ...aRegulation,
        calendar: { ...aRegulation.calendar, release: aRegulation.calendar.nominationsOpen },
      },
    ],
    [
      'holiday-unreadable',
      { ...aRegulation, holidays: [{ date: '2026-13-01', name: { ar: 'ع', fr: 'f' }, provisional: false }] },
    ],
    ['no-article', { ...aRegulation, articles: [] }],
    [
      'article-untranslated',
      {
        ...aRegulation,
        articles: aRegulation.articles.map((a) =>
          a.number === 3 ? { ...a, text: { ar: ' ', fr: 'x' } } : a,
        ),
      },
    ],
    ['article-number', { ...aRegulation, articles: aRegulation.articles.slice(1) }],
    [
      'rule-without-article',
      { ...aRegulation, articles: aRegulation.articles.map((a) => ({ ...a, carries: [] })) },
    ],
    ['no-category', { ...aRegulation, categories: [] }],
    [
      'category-repeated',
      { ...aRegulation, categories: [...aRegulation.categories, ...aRegulation.categories.slice(0, 1)] },
    ],
    ['category-untranslated', withCategory((c) => ({ ...c, name: { fr: 'x' } }))],
    [
      'weights-not-100',
      withCategory((c) => ({ ...c, rubric: { ...c.rubric, criteria: c.rubric.criteria.slice(1) } })),
    ],
    [
      'criterion-repeated',
      withCategory((c) => ({
        ...c,
        rubric: { ...c.rubric, criteria: [...c.rubric.criteria, ...c.rubric.criteria.slice(0, 1)] },
      })),
    ],
    [
      'criterion-untranslated',
      withCategory((c) => ({
        ...c,
        rubric: { ...c.rubric, criteria: c.rubric.criteria.map((k) => ({ ...k, name: {} })) },
      })),
    ],
    [
      'levels-not-rising',
      withCategory((c) => ({
        ...c,
        rubric: {
          ...c.rubric,
          criteria: c.rubric.criteria.map((k) => ({ ...k, levels: [...k.levels].reverse() })),
        },
      })),
    ],
    [
      'anchor-missing',
      withCategory((c) => ({
        ...c,
        rubric: {
          ...c.rubric,
          criteria: c.rubric.criteria.map((k) => ({
            ...k,
            levels: k.levels.map((l) => ({ ...l, anchor: null })),
          })),
        },
      })),
    ],
    [
      'scales-differ',
      withCategory((c) => ({
        ...c,
        rubric: {
          ...c.rubric,
          criteria: c.rubric.criteria.map((k, i) => (i === 0 ? { ...k, levels: k.levels.slice(1) } : k)),
        },
      })),
    ],
    [
      'comment-level-unknown',
      withCategory((c) => ({ ...c, rubric: { ...c.rubric, commentRequiredAt: [9] } })),
    ],
    ['no-slot', withCategory((c) => ({ ...c, slots: [] }))],
    ['slot-repeated', withCategory((c) => ({ ...c, slots: [...c.slots, ...c.slots.slice(0, 1)] }))],
    ['slot-untranslated', withCategory((c) => ({ ...c, slots: c.slots.map((s) => ({ ...s, label: {} })) }))],
    [
      'threshold-unreadable',
      withCategory((c) => ({ ...c, slots: c.slots.map((s) => ({ ...s, advisoryThreshold: '101' })) })),
    ],
    [
      'rule-out-of-range',
      { ...aRegulation, participation: { ...aRegulation.participation, minimumMonthsInService: -1 } },
    ],
    [
      'rule-out-of-range',
      {
        ...aRegulation,
        publication: { ...aRegulation.publication, complaintDays: 20, complaintTargetDays: 21 },
      },
    ],
    ['no-check', { ...aRegulation, screening: { ...aRegulation.screening, checks: [] } }],
    ['one-chair', { ...aRegulation, jury: { ...aRegulation.jury, seats: aRegulation.jury.seats.slice(1) } }],
    [
      'seat-repeated',
      {
        ...aRegulation,
        jury: {
          ...aRegulation.jury,
          seats: [...aRegulation.jury.seats, ...aRegulation.jury.seats.slice(3, 4)],
        },
      },
    ],
    ['too-few-jurors', { ...aRegulation, jury: { ...aRegulation.jury, readersPerNomination: 10 } }],
    ['minimum-sheets', { ...aRegulation, jury: { ...aRegulation.jury, minimumSheets: 0 } }],
    ['share-unreadable', { ...aRegulation, deliberation: { ...aRegulation.deliberation, quorum: '3/2' } }],
  ])('finds %s', (code, regulation) => {
    expect(codes(regulation)).toContain(code)
  })
  it('sends weights to the rubric of their category with the exact sum', () => {
    const broken = withCategory((c) => ({
      ...c,
      rubric: {
        ...c.rubric,
        criteria: c.rubric.criteria.map((k, i) => (i === 0 ? { ...k, weight: '25.1' } : k)),
      },
    }))
    expect(regulationProblems(broken, offsetAt)).toEqual([
      {
        code: 'weights-not-100',
        facts: { category: 'e-contenu', sum: '100.1' },
        target: { screen: 'rubric', id: 'e-contenu' },
      },
    ])
  })
})

describe('weightSum', () => {
  it('adds without doubles', () => {
    expect(weightSum(['0.1', '0.2', '99.7'])).toEqual({ sum: '100', isHundred: true })
    expect(weightSum(['33.33', '33.33', '33.33'])).toEqual({ sum: '99.99', isHundred: false })
    expect(weightSum(['99.999999999', '0.000000001']).isHundred).toBe(true)
  })
  it('takes shares that make exactly 1', () => {
    expect(weightSum(['1/3', '1/3', '1/3'])).toEqual({ sum: '1', isHundred: true })
    expect(weightSum(['0.33', '0.33', '0.33'])).toEqual({ sum: '0.99', isHundred: false })
    expect(weightSum(['1/3', '1/3'])).toEqual({ sum: '2/3', isHundred: false })
  })
  it.each([['-1'], ['1e2'], [''], ['100,0'], ['0'], ['NaN'], ['٢٥']])('does not read %j', (weight) => {
    expect(weightSum([weight, '75'])).toEqual({ sum: null, isHundred: false })
  })
  it('agrees with whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 }), (cents) => {
        const texts = cents.map((cent) => `${Math.floor(cent / 100)}.${String(cent % 100).padStart(2, '0')}`)
        expect(weightSum(texts).isHundred).toBe([10_000, 100].includes(cents.reduce((a, b) => a + b, 0)))
      }),
    )
  })
  it('compares decimals and reads shares', () => {
    expect([compareDecimals('9.5', '10'), compareDecimals('1.0', '1'), compareDecimals('x', '1')]).toEqual([
      -1,
      0,
      null,
    ])
    expect(['1/2', '2/3', '1', '1/1'].map(isShare)).toEqual([true, true, true, true])
    expect(['0/2', '3/2', '1/0', '0.5', ''].map(isShare)).toEqual([false, false, false, false, false])
  })
})
