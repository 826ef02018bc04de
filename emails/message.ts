import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import * as format from '#app/i18n/format.ts'
import { createTranslator, type Translator } from '#app/i18n/translator.ts'
import { catalogue, type FactName, FACTS, type LetterName, type NoticeShape } from './catalogue.ts'

/** E-mails exist in three languages; a reader of Amazigh gets French, and the page says so. */
export type MailLocale = 'ar' | 'fr' | 'en'
export const mailLocale = (locale: Locale): MailLocale => (locale === 'zgh' ? 'fr' : locale)

export type Row = { readonly label: string; readonly value: string; readonly code: boolean }
/** One notice in one language, before it is HTML or text. */
export type Message = {
  readonly locale: MailLocale
  readonly subject: string
  readonly title: string
  readonly greeting: string
  readonly lead: string
  readonly rows: readonly Row[]
  readonly action: { readonly label: string; readonly url: string } | null
  readonly next: string | null
  readonly closing: string
  readonly award: string
}
export type Envelope = {
  /** Where the button leads, absolute; null when there is nothing to open. */
  readonly url: string | null
  readonly recipient: string | null
}

type Fact = Facts[string]
const cap = (locale: string): string => locale.charAt(0).toUpperCase() + locale.slice(1)

/** `reasonFr` for a French reader, else `reason`, else the same fact in another language. */
function factIn(facts: Facts, name: FactName, locale: MailLocale): Fact | undefined {
  const names = [`${name}${cap(locale)}`, name, `${name}Ar`, `${name}Fr`, `${name}En`]
  return names.map((candidate) => facts[candidate]).find((fact) => fact !== undefined && fact !== '')
}

const FORBIDDEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu
/** One line of text: no break that could begin a header, no mark that could turn the line around (T34). */
export const oneLine = (text: string, limit = 180): string =>
  Array.from(text.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim()).slice(0, limit).join('')

const grouped = (digest: string): string => digest.replace(/(.{8})(?=.)/g, '$1 ')

function written(t: Translator, locale: MailLocale, name: FactName, fact: Fact): string {
  const kind = FACTS[name]
  if (kind === 'instant' && typeof fact === 'number') {
    return `${format.dateTime(locale, fact)} (${format.offset(fact)})`
  }
  if (kind === 'role' || kind === 'event') {
    const key = `emails.${kind}s.${String(fact)}`
    return t.has(key) ? t(key) : oneLine(String(fact))
  }
  if (kind === 'digest') return grouped(oneLine(String(fact)))
  if (Array.isArray(fact))
    return fact.map((one: string) => oneLine(one, 400)).join(locale === 'ar' ? '؛ ' : ' ; ')
  return typeof fact === 'number' ? format.number(locale, fact) : oneLine(String(fact), 400)
}

const isCode = (name: FactName): boolean => FACTS[name] === 'reference' || FACTS[name] === 'digest'

/** Only what the catalogue names is read: a score that strayed into the facts reaches no text. */
export function composeMessage(name: LetterName, wanted: Locale, facts: Facts, envelope: Envelope): Message {
  const locale = mailLocale(wanted)
  const t = createTranslator(locale, ['emails'])
  const shape: NoticeShape = catalogue[name]
  const rows = shape.rows.flatMap((row): Row[] => {
    const fact = factIn(facts, row, locale)
    if (fact === undefined) return []
    return [{ label: t(`emails.facts.${row}`), value: written(t, locale, row, fact), code: isCode(row) }]
  })
  const values: Record<string, string> = Object.fromEntries(
    shape.rows.map((row) => [row, written(t, locale, row, factIn(facts, row, locale) ?? '–')]),
  )
  const count = typeof facts.count === 'number' ? { count: facts.count } : { count: 0 }
  const say = (part: string): string => t(`emails.notices.${name}.${part}`, { ...values, ...count })
  const recipient = envelope.recipient === null ? '' : oneLine(envelope.recipient, 80)
  const canAct = shape.action && envelope.url !== null && /^https?:\/\/[^\s"<>]+$/.test(envelope.url)
  return {
    locale,
    subject: oneLine(say('subject')),
    title: say('title'),
    greeting:
      recipient === '' ? t('emails.frame.greetingUnnamed') : t('emails.frame.greeting', { recipient }),
    lead: say('lead'),
    rows,
    action: canAct && envelope.url !== null ? { label: say('action'), url: envelope.url } : null,
    next: t.has(`emails.notices.${name}.next`) ? say('next') : null,
    closing: t(shape.unexpected ? 'emails.frame.unexpected' : 'emails.frame.question'),
    award: t('emails.frame.award'),
  }
}
