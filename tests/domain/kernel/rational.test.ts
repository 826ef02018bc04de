import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  ceil,
  compare,
  divide,
  integer,
  mean,
  multiply,
  parseRational,
  subtract,
  sum,
  toText,
} from '#app/domain/kernel/rational.ts'
import { displayApart, toDecimal } from '#app/domain/kernel/rational-display.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { vectorsOf } from '../vectors.ts'

const read = (text: string): Rational => {
  const parsed = parseRational(text)
  if (!parsed.ok) expect.fail(`${text} is a number`)
  return parsed.value
}
const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([p, q]) => read(`${p}/${q}`))

describe('rational', () => {
  it.each([
    ['0.1', '1/10'],
    ['-0.250', '-1/4'],
    ['100', '100'],
    ['7/2', '7/2'],
    ['-6/4', '-3/2'],
    ['+2.50', '5/2'],
    ['0/7', '0'],
    ['-0', '0'],
  ])('reads %s as %s', (text, lowest) => {
    expect(toText(read(text))).toBe(lowest)
  })

  it.each(['', ' 1', '1e3', '0,5', '1/0', '1/-2', '1.', '.5', 'NaN', '٣', '0x10', '1/2/3', '9'.repeat(121)])(
    'refuses %j as a number',
    (text) => {
      expect(parseRational(text)).toMatchObject({ ok: false, reason: 'number-malformed' })
    },
  )

  it('keeps sums exact where doubles do not', () => {
    expect(toText(add(read('0.1'), read('0.2')))).toBe('3/10')
    expect(toText(sum([read('1/3'), read('1/3'), read('1/3')]))).toBe('1')
  })

  it('refuses to divide by zero and to take the mean of nothing', () => {
    expect(divide(integer(1), integer(0))).toMatchObject({ ok: false, reason: 'division-by-zero' })
    expect(mean([])).toMatchObject({ ok: false, reason: 'division-by-zero' })
  })

  it.each([
    ['7/2', 4n],
    ['4', 4n],
    ['-7/2', -3n],
    ['0', 0n],
    ['1/1000000', 1n],
  ])('takes the ceiling of %s', (text, expected) => {
    expect(ceil(read(text))).toBe(expected)
  })

  it('rounds half away from zero and prints no negative zero', () => {
    expect(toDecimal(read('-0.125'), 2)).toBe('-0.13')
    expect(toDecimal(read('-0.004'), 2)).toBe('0.00')
    expect(toDecimal(read('2.5'), 0)).toBe('3')
    expect(toDecimal(read('99.995'), 2)).toBe('100.00')
  })

  it('agrees with the reference vectors on rounding', () => {
    for (const vector of vectorsOf('aggregate.rounding')) {
      const { values, decimals } = vector.input as { values: string[]; decimals: number }
      const expected = (vector.expected as { display: { half_up: string[] } }).display.half_up
      expect(values.map((value) => toDecimal(read(value), decimals))).toEqual(expected)
    }
  })

  it('widens two unequal values that look equal, then shows fractions', () => {
    expect(displayApart([read('1.001'), read('1.002'), read('2')], 2)).toEqual(['1.001', '1.002', '2.00'])
    expect(displayApart([read('1/3'), read('1/3')], 2)).toEqual(['0.33', '0.33'])
    expect(displayApart([read('1/3'), read('0.3333333')], 2)).toEqual(['1/3', '3333333/10000000'])
  })

  it('obeys the laws of a field and of an order', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(toText(multiply(a, add(b, c)))).toBe(toText(add(multiply(a, b), multiply(a, c))))
        expect(subtract(add(a, b), b)).toEqual(a)
        expect(compare(a, b)).toBe(0 - compare(b, a))
        expect(read(toText(a))).toEqual(a)
      }),
    )
  })

  it('shows unequal values apart and equal values alike', () => {
    fc.assert(
      fc.property(fc.array(anyRational, { minLength: 1, maxLength: 8 }), (values) => {
        const shown = displayApart(values, 2)
        values.forEach((a, i) =>
          values.forEach((b, k) => expect(shown[i] === shown[k]).toBe(compare(a, b) === 0)),
        )
      }),
    )
  })
})
