import { describe, expect, it } from 'vitest'
import type { Criterion, Rubric } from '#app/domain/campaign/regulation.ts'
import { feedbackOf } from '#app/domain/document/feedback.ts'
import type { Pin } from '#app/domain/nomination/pin.ts'
import { scoredSheet } from '#app/domain/document/scored.ts'
import { emptySheet } from '#app/domain/scoring/sheet.ts'

const criterion = (code: string, weight: string): Criterion => ({
  code,
  name: { fr: code },
  weight,
  threshold: null,
  levels: [1, 2, 3, 4, 5].map((level) => ({
    level,
    points: String(25 * (level - 1)),
    anchor: level === 2 ? null : { fr: `${code} ${level}` },
  })),
})
const rubric: Rubric = {
  example: true,
  criteria: [criterion('a', '50'), criterion('b', '30'), criterion('c', '20')],
  missingPolicy: 'exclude_sheet',
  commentRequiredAt: [],
}
const sheet = (a: number | null, b: number, c: number, remark = '') => ({ levels: { a, b, c }, remark })

describe('feedbackOf', () => {
  it('praises where half of the jury or more stands at 4 or 5, with the sentence reached', () => {
    const { strengths } = feedbackOf(rubric, [sheet(5, 4, 1), sheet(4, 3, 1), sheet(5, 4, 2)])
    expect(strengths).toEqual([
      { criterion: { fr: 'a' }, anchor: { fr: 'a 5' } },
      { criterion: { fr: 'b' }, anchor: { fr: 'b 4' } },
    ])
  })

  it('never praises on the higher of two middle levels, and points to the next level that has a sentence', () => {
    const { strengths, improvements } = feedbackOf(rubric, [sheet(5, 4, 1), sheet(4, 3, 1)])
    expect(strengths.map((one) => one.criterion.fr)).toEqual(['a'])
    expect(improvements).toEqual([
      { criterion: { fr: 'c' }, anchor: { fr: 'c 3' } },
      { criterion: { fr: 'b' }, anchor: { fr: 'b 4' } },
    ])
  })

  it('leaves out a criterion that nobody could assess, and says nothing of who wrote which remark', () => {
    const one = feedbackOf(rubric, [
      sheet(null, 3, 3, ' zeta '),
      sheet(null, 3, 3, 'alpha'),
      sheet(null, 3, 3),
    ])
    const other = feedbackOf(rubric, [
      sheet(null, 3, 3, 'alpha'),
      sheet(null, 3, 3),
      sheet(null, 3, 3, 'zeta'),
    ])
    expect([...one.strengths, ...one.improvements].map(({ criterion: { fr } }) => fr)).toEqual(['b', 'c'])
    expect(one.remarks).toEqual(['alpha', 'zeta'])
    expect(other).toEqual(one)
  })
})

describe('scoredSheet', () => {
  const entry = (code: string, level: number | null) => ({
    ...{ criterion: code, level, cannotAssess: level === null, comment: `on ${code}` },
  })
  const sealed = (a: number | null) => ({
    ...emptySheet({ id: 's', campaignId: 'k', nominationId: 'n', seatId: 't' }, '00'),
    entries: [entry('c', 1), entry('a', a), entry('b', 3)],
    privateNotes: 'never printed',
  })

  const nowhere = { sections: [], pieces: [] }

  it('lists the criteria in the order of the rubric, with points, sentence and the total that counts', () => {
    const { criteria, total, ...rest } = scoredSheet(rubric, sealed(5), nowhere)
    expect(criteria.map(({ level, points, anchor }) => [level, points, anchor?.fr])).toEqual([
      ['5', '100', 'a 5'],
      ['3', '50', 'b 3'],
      ['1', '0', 'c 1'],
    ])
    expect(total).toBe('65,00')
    expect(JSON.stringify({ criteria, ...rest })).not.toContain('never printed')
  })

  it('has no total when a criterion could not be assessed', () => {
    const { criteria, total } = scoredSheet(rubric, sealed(null), nowhere)
    expect(total).toBeNull()
    expect(criteria[0]).toMatchObject({ level: null, points: null, anchor: null, comment: 'on a' })
  })

  it('names what is pinned by its part, or by the number and title of its piece, under its criterion alone', () => {
    const pins: Pin[] = [
      { kind: 'passage', section: 'results', quote: '4 jours' },
      { kind: 'page', fileId: 'f2', page: 3 },
      { kind: 'second', fileId: 'f1', second: 65 },
      { kind: 'piece', fileId: 'taken out' },
    ]
    const sheet = sealed(5)
    const entries = sheet.entries.map((one) => (one.criterion === 'b' ? { ...one, pins } : one))
    const places = {
      sections: ['identity', 'results'],
      pieces: [
        { number: 1, fileId: 'f1', title: 'Démonstration' },
        { number: 4, fileId: 'f2', title: 'Rapport' },
      ],
    }
    const { criteria } = scoredSheet(rubric, { ...sheet, entries }, places)
    expect(criteria.map((one) => 'pins' in one)).toEqual([false, true, false])
    expect(criteria[1]?.pins).toEqual([
      { kind: 'passage', part: 2, quote: '4 jours' },
      { kind: 'page', piece: { number: 4, title: 'Rapport' }, at: '3' },
      { kind: 'second', piece: { number: 1, title: 'Démonstration' }, at: '1:05' },
      { kind: 'piece', piece: null, at: null },
    ])
  })
})
