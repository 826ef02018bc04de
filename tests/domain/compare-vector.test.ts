import { describe, expect, it } from 'vitest'
import { differences } from '../support/compare-vector.ts'

const exact = { type: 'exact' } as const
const numeric = { type: 'numeric', abs: 1e-9, rel: 0 } as const
const drawn = { type: 'exact-or-monte-carlo' } as const

describe('the comparison with a reference vector', () => {
  it('takes equal rationals as equal, and a display by its letters', () => {
    expect(differences({ mean: '1/2' }, { mean: '2/4' }, exact)).toEqual([])
    expect(differences({ mean: '1/2' }, { mean: '1/3' }, exact)).toHaveLength(1)
    expect(differences({ a: { display: '2.50' } }, { a: { display: '2.5' } }, exact)).toHaveLength(1)
  })

  it('allows doubles only in the fields named for them inside an exact vector', () => {
    const close = 0.1 + 1e-12
    expect(differences({ decimal: { A: 0.1 } }, { decimal: { A: close } }, exact)).toEqual([])
    expect(differences({ se: 0.1 }, { se: close }, exact)).toEqual([])
    expect(differences({ mean: 0.1 }, { mean: close }, exact)).toHaveLength(1)
  })

  it('takes the wider of the absolute and the relative tolerance', () => {
    const wide = { type: 'numeric', abs: 0.01, rel: 0.002 } as const
    expect(differences([1000], [1001.9], wide)).toEqual([])
    expect(differences([1000], [1002.1], wide)).toHaveLength(1)
    expect(differences([0], [0.009], wide)).toEqual([])
  })

  it('asks for exact text where the vector gives exact text, whatever the tolerance', () => {
    expect(differences({ W_exact: '1/3' }, { W_exact: '1/3' }, numeric)).toEqual([])
    expect(differences({ W_exact: '1/3' }, { W_exact: '33333/100000' }, numeric)).toHaveLength(1)
  })

  it('tells nothing from a number, and a missing member from one too many', () => {
    expect(differences({ a: null }, { a: 0 }, numeric)).toHaveLength(1)
    expect(differences({ a: 0 }, { a: null }, numeric)).toHaveLength(1)
    expect(differences({ a: { x: 1 } }, { a: {} }, numeric)).toHaveLength(1)
    expect(differences({ a: { x: 1 } }, { a: { x: 1, y: 2 } }, numeric)).toHaveLength(1)
    expect(differences({ list: [1] }, { list: [1, 2] }, numeric)).toHaveLength(1)
    expect(differences({ list: [1] }, { list: { 0: 1 } }, numeric)).toHaveLength(1)
  })

  it('leaves what only informs aside', () => {
    expect(differences({ a: 1, note: 'read', naive_sum: 3 }, { a: 1 }, exact)).toEqual([])
  })

  it('lets a simulation be four standard errors off, and only where the vector allows one', () => {
    const expected = { probability: { A: '1/2' }, resamples: 4 }
    const answer = { draws: 10_000, probability: { A: 0.519 } }
    expect(differences(expected, answer, drawn)).toEqual([])
    expect(differences(expected, { ...answer, probability: { A: 0.521 } }, drawn)).toHaveLength(1)
    expect(differences(expected, answer, exact).length).toBeGreaterThan(0)
  })
})
