import { describe, expect, it } from 'vitest'
import { buildReference, parseReference, seriesAt } from '#app/domain/nomination/reference.ts'

describe('the series of a reference', () => {
  it.each([
    [0, 'EMT'],
    [1, 'EMTB'],
    [25, 'EMTZ'],
    [26, 'EMTAA'],
    [27, 'EMTAB'],
    [701, 'EMTZZ'],
  ] as const)('of the campaign at place %d of its year is %s', (place, series) => {
    expect(seriesAt(place)).toBe(series)
    const built = buildReference({ series, year: 2026, sequence: 1 })
    expect(built.ok && parseReference(built.value)).toEqual({
      ok: true,
      value: { series, year: 2026, sequence: 1 },
    })
  })

  it('is never the same at two places', () => {
    const all = Array.from({ length: 702 }, (_, place) => seriesAt(place))
    expect(new Set(all).size).toBe(all.length)
  })
})
