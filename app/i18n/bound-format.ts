import * as formats from './format.ts'
import type { DateStyle } from './format.ts'
import type { Locale } from './locales.ts'

/** The formatter with the language already chosen, as `useFormat()` gives it. */
export function boundFormat(locale: Locale) {
  return {
    date: (at: number, style?: DateStyle, year?: boolean) => formats.date(locale, at, style, year),
    spanStart: (from: number, until: number, style?: DateStyle) =>
      formats.spanStart(locale, from, until, style),
    day: (isoDate: string, style?: DateStyle) => formats.day(locale, isoDate, style),
    month: (isoMonth: string) => formats.month(locale, isoMonth),
    time: (at: number) => formats.time(locale, at),
    dateTime: (at: number, style?: DateStyle) => formats.dateTime(locale, at, style),
    zone: (at: number) => formats.zone(locale, at),
    zoneName: () => formats.zoneName(locale),
    number: (value: number, decimals?: number) => formats.number(locale, value, decimals),
    percent: (ratio: number, decimals?: number) => formats.percent(locale, ratio, decimals),
    points: (text: string, decimals?: number) => formats.points(locale, text, decimals),
    decimal: (text: string) => formats.decimal(locale, text),
    fileSize: (bytes: number) => formats.fileSize(locale, bytes),
    list: (words: readonly string[]) => formats.list(locale, words),
    compare: (a: string, b: string) => formats.compare(locale, a, b),
  }
}
export type BoundFormat = ReturnType<typeof boundFormat>
