import { cleanText } from '../kernel/clean-text.ts'
import { LOCALES } from '../kernel/localized.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { TextShape } from '../kernel/clean-text.ts'
import type { Locale, Localized } from '../kernel/localized.ts'
import type { Result } from '../kernel/result.ts'

/** The message at a field whose text was refused. */
export const TEXT_MESSAGES = {
  'control-character': 'errors.control',
  'bidi-control': 'errors.bidi',
  'too-long': 'errors.tooLong',
} as const

/** Cleans each language of a text; a blank language becomes absent. Refusals are told per language. */
export function cleanLocalized(typed: Localized, shape: TextShape): Result<Localized, 'unreadable-text'> {
  const kept: Partial<Record<Locale, string>> = {}
  const fields: Record<string, string> = {}
  for (const locale of LOCALES) {
    const text = typed[locale]
    if (text === undefined) continue
    const cleaned = cleanText(text, shape)
    if (!cleaned.ok) fields[locale] = TEXT_MESSAGES[cleaned.reason]
    else if (cleaned.value.trim() !== '') kept[locale] = cleaned.value
  }
  return Object.keys(fields).length === 0 ? ok(kept) : refuse('unreadable-text', {}, fields)
}

/** The same, each refused language told at its place in a form: `name.fr`. */
export function cleanLocalizedAt(text: Localized, field: string): Result<Localized, 'unreadable-text'> {
  const cleaned = cleanLocalized(text, 'line')
  if (cleaned.ok) return cleaned
  const fields = Object.entries(cleaned.fields).map(
    ([lang, message]) => [`${field}.${lang}`, message] as const,
  )
  return refuse('unreadable-text', {}, Object.fromEntries(fields))
}
