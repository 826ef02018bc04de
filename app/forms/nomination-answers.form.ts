import type { AnswerValue, Row } from '#app/domain/nomination/answers.ts'
import { isCalendarDate } from '#app/domain/kernel/working-days.ts'
import { answerKeys, type Field, type Section } from '#app/domain/nomination/dossier-field.ts'

/** One field as a page sent it back: its value, and the version and digest the page was drawn with. */
export type SentAnswer = {
  readonly field: string
  readonly value: AnswerValue
  readonly version: number
  readonly mark: string | undefined
}

/** The hidden field that carries version and digest: `v.title.ar` = `3-9f2c…`. */
export const markName = (key: string): string => `v.${key}`
const MARK = /^(\d{1,9})(?:-([0-9a-f]{16}))?$/
const MOST_ROWS = 40

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const texts = (form: FormData, name: string): readonly string[] =>
  form
    .getAll(name)
    .filter((value): value is string => typeof value === 'string')
    .slice(0, 100)

function rows(form: FormData, field: Field): readonly Row[] {
  const found: Row[] = []
  for (let index = 0; index < MOST_ROWS; index += 1) {
    const cells = field.columns.map(
      ({ code }) => [code, text(form, `${field.key}.${index}.${code}`)] as const,
    )
    if (cells.some(([, cell]) => cell.trim() !== '')) found.push(Object.fromEntries(cells))
  }
  return found
}

/** Three boxes become `2025-05-14`; what is no date stays as it was typed, box by box, so that it can be shown again. */
function date(form: FormData, key: string): string {
  const [day, month, year] = (['day', 'month', 'year'] as const).map((part) =>
    text(form, `${key}.${part}`).trim(),
  )
  if (!day && !month && !year) return ''
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0')
  const written = `${year}-${two(month)}-${two(day)}`
  return isCalendarDate(written) ? written : `${year}-${month}-${day}`
}

function valueOf(form: FormData, field: Field, key: string): AnswerValue {
  switch (field.kind) {
    case 'multi':
      return texts(form, key)
    case 'partners':
      return Array.from({ length: MOST_ROWS }, (_, index) => text(form, `${key}.${index}`)).filter(
        (name) => name.trim() !== '',
      )
    case 'table':
    case 'beforeAfter':
      return rows(form, field)
    case 'date':
      return date(form, key)
    default:
      return text(form, key)
  }
}

/** The fields of one section that the page sent, each only when its mark came with it. */
export function sentAnswers(section: Section, form: FormData): readonly SentAnswer[] {
  return section.fields.flatMap((field) =>
    answerKeys(field).flatMap((key) => {
      const mark = MARK.exec(text(form, markName(key)))
      return mark === null
        ? []
        : [{ field: key, value: valueOf(form, field, key), version: Number(mark[1]), mark: mark[2] }]
    }),
  )
}

/** A field that was refused, read again from what was typed, so that a date and a table come back like a text. */
export function typedAnswer(
  section: Section,
  typed: Readonly<Record<string, string>>,
  key: string,
): AnswerValue {
  const field = section.fields.find((one) => answerKeys(one).includes(key))
  if (field === undefined) return typed[key] ?? ''
  const form = new FormData()
  for (const [name, value] of Object.entries(typed))
    for (const one of field.kind === 'multi' ? value.split('\n') : [value]) form.append(name, one)
  return valueOf(form, field, key)
}

const OUTCOMES: Readonly<Record<string, string>> = {
  'control-character': 'errors.control',
  'bidi-control': 'errors.bidi',
  'too-long': 'errors.tooLong',
  'wrong-shape': 'errors.invalid',
  'too-many-members': 'errors.tooMany',
}

/** The message at each field that could not be stored. */
export const outcomeErrors = (outcomes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outcomes).flatMap(([field, outcome]) =>
      OUTCOMES[outcome] ? [[field, OUTCOMES[outcome]]] : [],
    ),
  )
