import { describe, expect, it } from 'vitest'
import { calendarFrom, cloneCampaign, prepareCampaign } from '#app/domain/campaign/clone-campaign.ts'
import { regulationProblems } from '#app/domain/campaign/regulation-check.ts'
import { CALENDAR_STEPS } from '#app/domain/campaign/calendar.ts'
import { templateRegulation } from '#app/domain/campaign/template.ts'
import { editRegulation } from '#app/domain/campaign/regulation-edit.ts'
import { regulationDifference } from '#app/domain/campaign/regulation-difference.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { RUBRIC_RULES } from '#tests/support/builders/regulation.ts'
import { aCampaign, aRegulation, at, offsetAt, OPENS } from './a-campaign.ts'
import type { RegulationEdit } from '#app/domain/campaign/regulation-edit.ts'

const bidi = String.fromCodePoint(0x202e)
const names: RegulationEdit = {
  kind: 'names',
  awardName: { ar: 'جائزة', fr: ' Prix ' },
  organiser: { ar: 'و', fr: 'M' },
  purposes: { ar: 'ه', fr: 'B' },
}

const procedure = {
  kind: 'procedure',
  days: { completionWorkingDays: 7, appealWorkingDays: 8 },
  deliberation: { quorum: '1/2', vote: 'open', majority: 'two_thirds', castingVote: false },
  level: 'L0',
} as const satisfies RegulationEdit

describe('editRegulation', () => {
  it('cleans the names and keeps the rest', () => {
    const edited = editRegulation(aCampaign(), names)
    expect(edited).toMatchObject({ ok: true, value: { awardName: { ar: 'جائزة', fr: 'Prix' } } })
    expect(edited.ok && edited.value.categories).toBe(aRegulation.categories)
  })
  it('changes one article, one weight, the slots, the seats and the calendar', () => {
    const weights = editRegulation(aCampaign(), {
      kind: 'rubric',
      category: 'e-demarche',
      weights: { demat: '30.5' },
      rules: RUBRIC_RULES,
    })
    expect(weights.ok && regulationDifference(aRegulation, weights.value)).toEqual([
      {
        path: 'categories[e-demarche].rubric.criteria[demat].weight',
        kind: 'changed',
        before: '25',
        after: '30.5',
      },
    ])
    const article = editRegulation(aCampaign(), {
      kind: 'article',
      number: 5,
      title: { ar: 'ا', fr: 'a' },
      text: { ar: 'ن', fr: 't' },
    })
    expect(article.ok && article.value.articles[4]).toMatchObject({
      title: { fr: 'a' },
      carries: ['participation.minimumMonthsInService'],
    })
    const slots = editRegulation(aCampaign(), { kind: 'slots', category: 'e-contenu', slots: [] })
    expect(slots.ok && slots.value.categories[0]?.slots).toEqual([])
    const ruled = editRegulation(aCampaign(), procedure)
    expect(ruled.ok && ruled.value).toEqual({
      ...aRegulation,
      screening: { ...aRegulation.screening, ...procedure.days },
      deliberation: procedure.deliberation,
      publication: { ...aRegulation.publication, level: 'L0' },
    })
    const seats = editRegulation(aCampaign(), { kind: 'seats', seats: [] })
    expect(seats.ok && seats.value.jury).toEqual({ ...aRegulation.jury, seats: [] })
  })
  it.each<[string, RegulationEdit]>([
    [
      'unknown-article',
      { kind: 'article', number: 99, title: { ar: 'ا', fr: 'a' }, text: { ar: 'ا', fr: 'a' } },
    ],
    ['unknown-category', { kind: 'category', code: 'x', name: {}, description: {} }],
    ['unknown-category', { kind: 'rubric', category: 'x', weights: {}, rules: RUBRIC_RULES }],
    [
      'unknown-criterion',
      { kind: 'rubric', category: 'e-contenu', weights: { toString: '1' }, rules: RUBRIC_RULES },
    ],
    [
      'unreadable-weight',
      { kind: 'rubric', category: 'e-contenu', weights: { ux: '1e3' }, rules: RUBRIC_RULES },
    ],
    ['unreadable-text', { ...names, awardName: { fr: `a${bidi}b` } }],
    [
      'unreadable-instant',
      { kind: 'calendar', calendar: { ...aRegulation.calendar, release: instant(Number.NaN) } },
    ],
    ['unreadable-share', { ...procedure, deliberation: { ...procedure.deliberation, quorum: '2' } }],
  ])('refuses with %s', (reason, edit) => {
    expect(editRegulation(aCampaign(), edit)).toMatchObject({ ok: false, reason })
  })
  it('refuses every edit once frozen', () => {
    expect(editRegulation(aCampaign({ phase: 'nominations', frozenAt: OPENS }), names)).toMatchObject({
      ok: false,
      reason: 'regulation-frozen',
    })
  })
  it('names the field of a refused text', () => {
    expect(editRegulation(aCampaign(), { ...names, awardName: { ar: 'ا', fr: `a${bidi}` } })).toMatchObject({
      fields: { 'awardName.fr': 'errors.bidi' },
    })
  })
})

describe('a new campaign', () => {
  const fresh = {
    id: 'c2',
    slug: '2027',
    year: 2027,
    editionNumber: null,
    opensAt: instant(OPENS + 365 * 86_400_000),
  }
  it('is a copy in preparation with a readable difference', () => {
    const cloned = cloneCampaign(
      aCampaign({ phase: 'archived', frozenAt: OPENS, regulationHash: 'h' }),
      fresh,
      [],
      offsetAt,
    )
    expect(cloned).toMatchObject({
      ok: true,
      value: { campaign: { phase: 'preparation', frozenAt: null, regulationHash: null, year: 2027 } },
    })
    expect(cloned.ok && new Set(cloned.value.difference.map(({ path }) => path.split('.')[0]))).toEqual(
      new Set(['calendar']),
    )
  })
  it('names no draw that has taken place: the check asks for another', () => {
    const scoring = { ...aRegulation.scoring, lotNamed: true, lotSource: 'Tirage du 1er février 2026' }
    const drawn = aCampaign({ phase: 'archived', frozenAt: OPENS, regulation: { ...aRegulation, scoring } })
    const cloned = cloneCampaign(drawn, fresh, [], offsetAt)
    const regulation = cloned.ok ? cloned.value.campaign.regulation : aRegulation
    expect(regulation.scoring).toEqual({ ...aRegulation.scoring, lotNamed: true })
    const holes = regulationProblems(regulation, () => 60).map(({ code }) => code)
    expect(holes).toContain('lot-source-missing')
    const named = { ...regulation, scoring: { ...scoring, lotSource: 'Tirage du 1er février 2028' } }
    expect(regulationProblems(named, () => 60).map(({ code }) => code)).not.toContain('lot-source-missing')
  })
  it('keeps every interval of the calendar', () => {
    const moved = calendarFrom(aRegulation.calendar, instant(OPENS + 1000), offsetAt)
    expect(moved.release - moved.nominationsOpen).toBe(
      aRegulation.calendar.release - aRegulation.calendar.nominationsOpen,
    )
  })
  it('keeps the hour on the wall of every step, where the year of the copy changes its hour on other days', () => {
    const ramadan = (when: number) =>
      (when >= at('2026-02-15T02:00:00Z') && when < at('2026-03-22T02:00:00Z')) ||
      (when >= at('2027-02-07T02:00:00Z') && when < at('2027-03-14T02:00:00Z'))
        ? 0
        : 60
    const first = templateRegulation(at('2026-01-05T08:00:00Z'), ramadan)
    const cloned = cloneCampaign(
      aCampaign({ phase: 'archived', regulation: first }),
      { ...fresh, opensAt: at('2027-01-18T08:00:00Z') },
      [],
      ramadan,
    )
    const copy = cloned.ok ? cloned.value.campaign.regulation.calendar : first.calendar
    const wall = (calendar: typeof copy) =>
      CALENDAR_STEPS.map((step) =>
        new Date(calendar[step] + ramadan(calendar[step]) * 60_000).toISOString().slice(11, 16),
      )
    expect(copy.nominationsOpen).not.toBe(first.calendar.nominationsOpen)
    expect(wall(copy)).toEqual(wall(first.calendar))
    expect(wall(copy)[1]).toBe('16:30')
    expect(copy.evaluationCloses).toBe(at('2027-04-23T15:30:00Z'))
  })
  it.each([
    ['slug-taken', fresh, [{ slug: '2027' }]],
    ['slug-unreadable', { ...fresh, slug: '../x' }, []],
    ['year-unreadable', { ...fresh, year: 20.5 }, []],
  ] as const)('is refused with %s', (reason, wanted, existing) => {
    expect(prepareCampaign(wanted, aRegulation, existing, { source: 'template', offsetAt })).toMatchObject({
      ok: false,
      reason,
    })
  })
})

describe('regulationDifference', () => {
  it('is empty for equal documents and tells what was added and removed', () => {
    expect(regulationDifference(aRegulation, structuredClone(aRegulation))).toEqual([])
    const shorter = { ...aRegulation, articles: aRegulation.articles.slice(0, 15) }
    expect(
      regulationDifference(aRegulation, shorter).every(
        ({ kind, path }) => kind === 'removed' && path.startsWith('articles[16]'),
      ),
    ).toBe(true)
    expect(regulationDifference(shorter, aRegulation).every(({ kind }) => kind === 'added')).toBe(true)
  })
})
