import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { roundExact } from '#app/i18n/exact-number.ts'
import * as format from '#app/i18n/format.ts'
import {
  installLegalTransitions,
  legalTransitions,
  readTransitions,
  writeTransitions,
} from '#app/i18n/legal-zone.ts'

const hour = 3_600_000
/** 18 December 2026, 22:59 UTC. */
const closing = Date.UTC(2026, 11, 18, 22, 59)
afterEach(() => installLegalTransitions([]))

describe('a date', () => {
  it('is written as Morocco writes it, in each language', () => {
    installLegalTransitions([{ from: 0, offsetMinutes: 60 }])
    expect(format.dateTime('fr', closing)).toBe('vendredi 18\u00A0décembre 2026 à 23\u00A0h\u00A059')
    expect(format.dateTime('ar', closing)).toBe('الجمعة 18\u00A0دجنبر 2026، الساعة 23:59')
    expect(format.zone('fr', closing)).toBe('heure légale du Maroc (GMT+1)')
    expect(format.machineTime(closing)).toBe('2026-12-18T23:59:00+01:00')
  })

  it('names the first of the month', () => {
    expect(format.day('fr', '2027-03-01')).toBe('1er\u00A0mars 2027')
    expect(format.day('ar', '2027-03-01')).toBe('فاتح\u00A0مارس 2027')
    expect(format.day('ar', '2027-08-14')).toBe('14\u00A0غشت 2027')
  })

  it('says the month of a span once where both its days lie in it', () => {
    const [first, last] = [Date.UTC(2027, 1, 14, 12), Date.UTC(2027, 1, 28, 12)]
    expect(format.spanStart('fr', first, last, 'short')).toBe('14')
    expect(format.spanStart('ar', Date.UTC(2027, 2, 1, 12), Date.UTC(2027, 2, 12, 12))).toBe('فاتح')
    expect(format.spanStart('fr', first, Date.UTC(2027, 2, 1, 12))).toBe('14\u00A0février')
    expect(format.spanStart('fr', first, Date.UTC(2028, 1, 20, 12))).toBe('14\u00A0février')
  })

  it('reads the offset at the instant: GMT+1 in January 2026, GMT in Ramadan', () => {
    expect(format.offset(Date.UTC(2026, 0, 10))).toBe('GMT+1')
    expect(format.offset(Date.UTC(2026, 1, 25))).toBe('GMT+0')
  })

  it('finds the change of hour of February 2026 to the minute', () => {
    const changes = legalTransitions(Date.UTC(2026, 0, 1), Date.UTC(2026, 2, 1))
    expect(changes.at(-1)).toEqual({ from: Date.UTC(2026, 1, 15, 2), offsetMinutes: 0 })
  })

  it('reads the changes of a page as they were written, those before 1970 too', () => {
    const changes = [{ from: -86_400_000, offsetMinutes: -60 }, ...legalTransitions(0, Date.UTC(2027, 0, 1))]
    expect(changes.length).toBeGreaterThan(20)
    expect(readTransitions(writeTransitions(changes))).toEqual(changes)
    expect(readTransitions('')).toEqual([])
  })

  it('names a month of a form with its year, and leaves what is no month as it is', () => {
    expect(format.month('fr', '2026-08')).toBe('août 2026')
    expect(format.month('ar', '2026-08')).toBe('غشت 2026')
    for (const typed of ['2026-13', '2026-00', 'août', '2026-08-01', ''])
      expect(format.month('fr', typed)).toBe(typed)
  })

  it('writes a full hour in French without minutes, as an official letter does', () => {
    const nine = Date.parse('2026-12-18T09:00:00Z')
    expect(format.time('fr', nine)).toBe('9\u00A0h')
    expect(format.time('fr', nine + 5 * 60_000)).toBe('9\u00A0h\u00A005')
    expect(format.time('fr', nine - 9 * hour)).toBe('0\u00A0h')
    expect((['ar', 'zgh', 'en'] as const).map((locale) => format.time(locale, nine))).toEqual(
      Array(3).fill('09:00'),
    )
    expect(format.dateTime('fr', nine)).toBe('vendredi 18\u00A0décembre 2026 à 9\u00A0h')
  })

  it('follows the table of the server when the browser has an older one', () => {
    installLegalTransitions([
      { from: 0, offsetMinutes: 60 },
      { from: closing - hour, offsetMinutes: 0 },
    ])
    expect(format.time('fr', closing)).toBe('22\u00A0h\u00A059')
    expect(format.time('fr', closing - 2 * hour)).toBe('21\u00A0h\u00A059')
  })

  it('counts the days left as civil days of the legal zone', () => {
    installLegalTransitions([{ from: 0, offsetMinutes: 60 }])
    expect(format.daysLeft(Date.UTC(2026, 11, 17, 23, 30), closing)).toBe(0)
    expect(format.daysLeft(Date.UTC(2026, 11, 17, 22, 30), closing)).toBe(1)
    expect(format.daysLeft(closing + 2 * hour, closing)).toBe(-1)
  })
})

describe('a number', () => {
  it('takes narrow spaces and a comma, and a comma and a point in English', () => {
    expect(format.number('fr', 1284.5)).toBe('1\u202F284,5')
    expect(format.number('ar', 1284)).toBe('1\u202F284')
    expect(format.number('en', 1234567.25)).toBe('1,234,567.25')
    expect(format.number('fr', -0.4, 0)).toBe('0')
    expect(format.number('fr', -3)).toBe('\u22123')
  })

  it('keeps a sign before its digits in an Arabic sentence, and the percent sign after them', () => {
    expect(format.number('ar', -0.25, 2)).toBe('\u2066\u22120,25\u2069')
    expect(format.percent('ar', -0.3)).toBe('\u2066\u221230%\u2069')
    expect(format.points('ar', '-250/3')).toBe('\u2066\u221283,3\u2069')
    expect(format.number('ar', -0.004, 2)).toBe('0,00')
  })

  it('writes a share with the number first', () => {
    expect(format.percent('fr', 0.3)).toBe('30\u202F%')
    expect(format.percent('ar', 0.3)).toBe('30%')
  })

  it('writes points from exact text, half away from zero', () => {
    expect(format.points('fr', '250/3')).toBe('83,3')
    expect(format.points('fr', '0.05')).toBe('0,1')
    expect(format.points('ar', '1284.25', 1)).toBe('1\u202F284,3')
    expect(format.points('fr', 'n/a')).toBe('n/a')
    expect(format.points('fr', '9007199254740993', 0)).toBe('9\u202F007\u202F199\u202F254\u202F740\u202F993')
  })

  it('rounds any fraction within half a unit of the last digit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (num, den) => {
          const shown = BigInt((roundExact(`${num}/${den}`, 2) ?? '').replace('.', ''))
          const distance = shown * den - num * 100n
          expect((distance < 0n ? -distance : distance) * 2n <= den).toBe(true)
        },
      ),
    )
  })

  it('prints a limit in the unit it was set in', () => {
    expect(format.fileSize('fr', 20 * 1024 * 1024)).toBe('20\u00A0Mo')
    expect(format.fileSize('ar', 9 * 1024)).toBe('9\u00A0كيلوبايت')
  })
})

describe('a list', () => {
  it('is joined as each language joins', () => {
    expect(format.list('fr', ['a', 'b', 'c'])).toBe('a, b et c')
    expect(format.list('ar', ['أ', 'ب', 'ج'])).toBe('أ وب وج')
    expect(format.list('ar', ['اسم بعض الخدمات', 'سبب حجب جائزة', 'النقط'])).toBe(
      'اسم بعض الخدمات، وسبب حجب جائزة، والنقط',
    )
    expect(format.list('ar', ['اسم بعض الخدمات', 'النقط'])).toBe('اسم بعض الخدمات والنقط')
    expect(format.list('fr', ['a'])).toBe('a')
  })
})
