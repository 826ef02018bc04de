import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { awaitsReview } from '#app/i18n/awaits-review.ts'
import * as format from '#app/i18n/format.ts'
import { createTranslator, type Translator } from '#app/i18n/translator.ts'
import { catalogue, type FactName, FACTS, type LetterName, type NoticeShape } from './catalogue.ts'
import { apart, pieces, plainly, type Said, STRAY } from './said.ts'

export type Row = { readonly label: string; readonly value: string; readonly code: boolean }
/** One notice in one language, before it is HTML or text. */
export type Message = {
  readonly locale: Locale
  readonly subject: string
  readonly title: string
  readonly greeting: Said
  readonly lead: Said
  readonly rows: readonly Row[]
  readonly action: { readonly label: string; readonly url: string } | null
  readonly next: { readonly heading: string; readonly text: Said } | null
  readonly closing: string
  /** Said of a translation that no native reader has read yet, when a reviewed one stands below. */
  readonly review: string | null
}
export type Envelope = {
  /** Where the button leads, absolute; null when there is nothing to open. */
  readonly url: string | null
  readonly recipient: string | null
}

type Fact = Facts[string]

const translators = new Map<Locale, Translator>()
/** One per language for the life of the process: it only reads. */
function words(locale: Locale): Translator {
  const found = translators.get(locale) ?? createTranslator(locale, ['emails', 'secretariat'])
  translators.set(locale, found)
  return found
}

const cap = (locale: string): string => locale.charAt(0).toUpperCase() + locale.slice(1)

/** `reasonFr` for a French reader, else `reason`, else the same fact in another language. */
function factIn(facts: Facts, name: FactName, locale: Locale): Fact | undefined {
  const names = [`${name}${cap(locale)}`, name, `${name}Ar`, `${name}Fr`, `${name}En`]
  return names.map((candidate) => facts[candidate]).find((fact) => fact !== undefined && fact !== '')
}

const FORBIDDEN = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu
/** One line of text: no break that could begin a header, no mark that could turn the line around (T34). */
export const oneLine = (text: string, limit = 180): string =>
  Array.from(text.replace(FORBIDDEN, ' ').replace(STRAY, ' ').replace(/\s+/g, ' ').trim())
    .slice(0, limit)
    .join('')

/** The offset stays beside the hour that it belongs to. */
const NBSP = '\u00A0'
/** The line beside the subject: what fits, to a whole word. */
export function previewOf(text: string, limit = 110): string {
  const whole = oneLine(text, 400)
  const cut = oneLine(whole, limit)
  return cut === whole ? whole : `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}

const grouped = (digest: string): string => digest.replace(/(.{8})(?=.)/g, '$1 ')
const JOINTS: Readonly<Record<Locale, string>> = { ar: '؛ ', fr: ' ; ', zgh: '; ', en: '; ' }

function written(t: Translator, locale: Locale, name: FactName, fact: Fact): string {
  const kind = FACTS[name]
  if (kind === 'instant' && typeof fact === 'number') {
    return `${format.dateTime(locale, fact)}${NBSP}(${format.offset(fact)})`
  }
  if (kind === 'day' && typeof fact === 'number') return format.date(locale, fact)
  if (kind === 'role' || kind === 'event') {
    const key = `emails.${kind}s.${String(fact)}`
    return t.has(key) ? t(key) : oneLine(String(fact))
  }
  if (kind === 'digest') return grouped(oneLine(String(fact)))
  if (Array.isArray(fact)) return fact.map((one: string) => oneLine(one, 400)).join(JOINTS[locale])
  return typeof fact === 'number' ? format.number(locale, fact) : oneLine(String(fact), 400)
}

/** Coded reasons by their words; one that is no code of ours is said as it is. */
function inWords(t: Translator, facts: Facts, area: string | undefined): Facts {
  const { reasons } = facts
  if (area === undefined || !Array.isArray(reasons)) return facts
  return {
    ...facts,
    reasons: reasons.map((code: string) => (t.has(`${area}.${code}`) ? t(`${area}.${code}`) : code)),
  }
}

const isCode = (name: FactName): boolean => FACTS[name] === 'reference' || FACTS[name] === 'digest'

/** Only what the catalogue names is read: a score that strayed into the facts reaches no text. */
export function composeMessage(
  name: LetterName,
  locale: Locale,
  stored: Facts,
  { url, recipient: to }: Envelope,
): Message {
  const t = words(locale)
  const shape: NoticeShape = catalogue[name]
  const facts = inWords(t, stored, shape.reasons)
  const rows = shape.rows.flatMap((row): Row[] => {
    const fact = factIn(facts, row, locale)
    if (fact === undefined) return []
    return [{ label: t(`emails.facts.${row}`), value: written(t, locale, row, fact), code: isCode(row) }]
  })
  const values: Record<string, string | number> = Object.fromEntries(
    [...shape.rows, ...(shape.within ?? [])].map((row) => [
      row,
      apart(written(t, locale, row, factIn(facts, row, locale) ?? '–')),
    ]),
  )
  values['count'] = typeof facts['count'] === 'number' ? facts['count'] : 0
  const say = (part: string): Said => pieces(t(`emails.notices.${name}.${part}`, values))
  const line = (part: string): string => plainly(say(part))
  const recipient = to === null ? '' : oneLine(to, 80)
  const isDated = shape.within?.every((fact) => factIn(facts, fact, locale) !== undefined) ?? false
  const next = isDated ? 'nextDated' : 'next'
  const canAct = shape.action && url !== null && /^https?:\/\/[^\s"<>]+$/.test(url)
  return {
    locale,
    subject: oneLine(line('subject')),
    title: line('title'),
    greeting: pieces(
      recipient === ''
        ? t('emails.frame.greetingUnnamed')
        : t('emails.frame.greeting', { recipient: apart(recipient) }),
    ),
    lead: say('lead'),
    rows,
    action: canAct ? { label: line('action'), url } : null,
    next: t.has(`emails.notices.${name}.${next}`)
      ? { heading: t('emails.frame.next'), text: say(next) }
      : null,
    closing: t(shape.unexpected ? 'emails.frame.unexpected' : 'emails.frame.question'),
    review: awaitsReview(locale, 'emails') ? t('emails.frame.review') : null,
  }
}

/** The award's name, and beside it the name in the other official script. */
export const awardNames = (locale: Locale): readonly { readonly locale: Locale; readonly name: string }[] =>
  [locale, locale === 'ar' ? ('fr' as const) : ('ar' as const)].map((one) => ({
    locale: one,
    name: words(one)('emails.frame.award'),
  }))
export const markText = (locale: Locale): string => words(locale)('emails.frame.mark')
