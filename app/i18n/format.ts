import { firstOfMonth, legalTimeName, monthNames, weekdayNames } from './calendar-names.ts'
import { roundExact } from './exact-number.ts'
import { legalOffsetMinutes } from './legal-zone.ts'
import type { Locale } from './locales.ts'

/** Dates, numbers and lists as people read them; with legal-zone.ts, the only caller of Intl. Latin digits in every language (product.md section 15). */
const NNBSP = '\u202F'
const NBSP = '\u00A0'
const MINUS = '\u2212'
/** Holds a sign and its digits together, left to right, inside an Arabic sentence (UAX 9: a minus alone is neutral). */
const [LRI, PDI] = ['\u2066', '\u2069']

const two = (n: number): string => String(n).padStart(2, '0')

export type DateStyle = 'full' | 'long' | 'short' | 'numeric'
type Wall = {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  offset: string
}

const offsetText = (minutes: number): string => {
  const rest = Math.abs(minutes) % 60
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** What a clock on a wall in Rabat shows at this instant, with the offset in force that day. */
export function wallClock(at: number): Wall {
  const minutes = legalOffsetMinutes(at)
  const wall = new Date(at + minutes * 60_000)
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    offset: offsetText(minutes),
  }
}

type Day = Pick<Wall, 'year' | 'month' | 'day' | 'weekday'>

const dayNumber = (locale: Locale, { day }: Pick<Day, 'day'>): string =>
  day === 1 ? firstOfMonth[locale] : String(day)

function dayText(locale: Locale, day: Day, style: DateStyle, year = true): string {
  if (style === 'numeric')
    return locale === 'en'
      ? `${day.year}-${two(day.month)}-${two(day.day)}`
      : `${two(day.day)}/${two(day.month)}/${day.year}`
  const months = style === 'short' ? monthNames[locale].short : monthNames[locale].long
  const core = `${dayNumber(locale, day)}${NBSP}${months[day.month - 1] ?? ''}${year ? ` ${day.year}` : ''}`
  return style === 'full' ? `${weekdayNames[locale][day.weekday] ?? ''} ${core}` : core
}

/** `9 h`, `9 h 05` in French: a full hour has no minutes (Imprimerie nationale); `09:00` elsewhere. */
function clockText(locale: Locale, hour: number, minute: number): string {
  if (locale !== 'fr') return `${two(hour)}:${two(minute)}`
  return `${hour}${NBSP}h${minute === 0 ? '' : NBSP + two(minute)}`
}

const joint: Readonly<Record<Locale, string>> = { fr: ' à ', ar: '، الساعة ', zgh: ', ', en: ' at ' }

/** A calendar day without hour, `2022-03-21`; an unreadable text comes back as it is. */
export function day(locale: Locale, isoDate: string, style: DateStyle = 'long'): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate)
  if (found === null) return isoDate
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay()
  return dayText(locale, { year, month, day: date, weekday }, style)
}

/** A month as a form keeps it, `2026-06`: `juin 2026`; an unreadable text comes back as it is. */
export function month(locale: Locale, isoMonth: string): string {
  const [, year = '', number = ''] = /^(\d{4})-(\d{2})$/.exec(isoMonth) ?? []
  const name = monthNames[locale].long[Number(number) - 1]
  return name === undefined ? isoMonth : `${name} ${year}`
}

/** The day of an instant in the legal zone. */
export const date = (locale: Locale, at: number, style: DateStyle = 'long', year = true): string =>
  dayText(locale, wallClock(at), style, year)

/** The first day of a span as it stands before the last: without the month that both share, `14` before `28 févr.` */
export function spanStart(locale: Locale, from: number, until: number, style: DateStyle = 'long'): string {
  const [first, last] = [wallClock(from), wallClock(until)]
  return first.month === last.month && first.year === last.year
    ? dayNumber(locale, first)
    : dayText(locale, first, style, false)
}

export const time = (locale: Locale, at: number): string => {
  const wall = wallClock(at)
  return clockText(locale, wall.hour, wall.minute)
}

/** `vendredi 18 décembre 2026 à 23 h 59`: without zone; a deadline adds `zone`. */
export const dateTime = (locale: Locale, at: number, style: DateStyle = 'full'): string =>
  `${date(locale, at, style)}${joint[locale]}${time(locale, at)}`

/** `heure légale du Maroc (GMT+1)`: the offset is read at that instant, since it changes around Ramadan. */
export const zone = (locale: Locale, at: number): string =>
  `${legalTimeName[locale]} (${wallClock(at).offset})`
export const offset = (at: number): string => wallClock(at).offset
export const zoneName = (locale: Locale): string => legalTimeName[locale]

/** `<time datetime>`: the instant with its legal offset, to the second. */
export function machineTime(at: number): string {
  const wall = wallClock(at)
  const hours = /GMT([+-])(\d{1,2})(?::(\d{2}))?/.exec(wall.offset)
  const suffix = hours === null ? 'Z' : `${hours[1] ?? '+'}${two(Number(hours[2]))}:${hours[3] ?? '00'}`
  const seconds = two(new Date(at).getUTCSeconds())
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}:${seconds}${suffix}`
}

/** Civil days between two instants in the legal zone: 0 on the day itself, negative once it has passed. */
export function daysLeft(now: number, until: number): number {
  const ordinal = (at: number): number => {
    const wall = wallClock(at)
    return Date.UTC(wall.year, wall.month - 1, wall.day) / 86_400_000
  }
  return ordinal(until) - ordinal(now)
}

function grouped(locale: Locale, plain: string): string {
  const [, sign = '', whole = '0', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'en' ? ',' : NNBSP)
  const point = locale === 'en' ? '.' : ','
  return `${sign === '' ? '' : MINUS}${thousands}${fraction === undefined ? '' : point + fraction}`
}

const signed = (locale: Locale, text: string): string =>
  locale === 'ar' && text.startsWith(MINUS) ? `${LRI}${text}${PDI}` : text

function numberText(locale: Locale, value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return '–'
  const fixed = value.toFixed(decimals ?? 6).replace(/^-(?=[0.]+$)/, '')
  return grouped(locale, decimals === undefined ? fixed.replace(/\.?0+$/, '') : fixed)
}

/** `decimals` undefined: as many digits as the number has, at most 6. A year is not a number: print it as text. */
export const number = (locale: Locale, value: number, decimals?: number): string =>
  signed(locale, numberText(locale, value, decimals))

/** `0.3` → `30 %` in French and Amazigh, `30%` in Arabic and English. */
export const percent = (locale: Locale, ratio: number, decimals = 0): string =>
  signed(
    locale,
    `${numberText(locale, ratio * 100, decimals)}${locale === 'fr' || locale === 'zgh' ? NNBSP : ''}%`,
  )

/** Points from `p/q` or decimal text, rounded exactly; an unreadable text comes back as it is. */
export function points(locale: Locale, text: string, decimals = 1): string {
  const rounded = roundExact(text, decimals)
  return rounded === null ? text : signed(locale, grouped(locale, rounded))
}

/** Decimal text as the regulation wrote it, no rounding: `12.50` → `12,50`. */
export const decimal = (locale: Locale, text: string): string =>
  /^-?\d+(\.\d+)?$/.test(text) ? signed(locale, grouped(locale, text)) : text

const sizeUnits: Readonly<Record<Locale, readonly [string, string, string, string]>> = {
  fr: ['octets', 'Ko', 'Mo', 'Go'],
  ar: ['بايت', 'كيلوبايت', 'ميغابايت', 'جيغابايت'],
  zgh: ['B', 'KB', 'MB', 'GB'],
  en: ['bytes', 'KB', 'MB', 'GB'],
}

/** 1 Ko = 1024 octets, so that a limit of 20 Mo is printed as 20 Mo. */
export function fileSize(locale: Locale, bytes: number): string {
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : bytes < 1024 ** 3 ? 2 : 3
  const value = bytes / 1024 ** step
  const shown = step === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10
  return `${number(locale, shown)}${NBSP}${sizeUnits[locale][step] ?? ''}`
}

const and: Readonly<Record<Locale, string>> = { fr: ' et ', ar: ' و', zgh: ' ⴷ ', en: ' and ' }

/** Arabic joins « و » to the word that follows it, between all the terms; a comma parts three or more of several words. */
export function list(locale: Locale, words: readonly string[]): string {
  const areLong = words.length > 2 && words.some((word) => word.includes(' '))
  if (locale === 'ar') return words.join(areLong ? '، و' : ' و')
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')}${and[locale]}${last}`
}

const collators = new Map<Locale, Intl.Collator>()
/** Order of a list shown to people. Amazigh goes by code point: ICU has no order for Tifinagh. */
export function compare(locale: Locale, a: string, b: string): number {
  if (locale === 'zgh') return a < b ? -1 : a > b ? 1 : 0
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true })
  collators.set(locale, collator)
  return collator.compare(a, b)
}
