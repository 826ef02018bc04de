import { answerKeys } from './dossier-field.ts'
import type { Instant } from '../kernel/instant.ts'
import type { DossierForm, Field } from './dossier-field.ts'

export type Row = Readonly<Record<string, string>>
/** What was typed, as it was typed: a number that is none yet stays readable in the draft. */
export type AnswerValue = string | readonly string[] | readonly Row[]
/** One stored answer. The version grows with each change; a question never answered has version 0. */
export type Answer = {
  readonly field: string
  readonly value: AnswerValue
  readonly version: number
  readonly updatedBy: string
  readonly updatedAt: Instant
}

export const fieldsOf = (form: DossierForm): readonly Field[] => form.sections.flatMap(({ fields }) => fields)

/** The question an answer key belongs to: `summary.fr` to `summary`. */
export const fieldFor = (form: DossierForm, answerKey: string): Field | undefined =>
  fieldsOf(form).find((candidate) => answerKeys(candidate).includes(answerKey))

export const answerOf = (answers: readonly Answer[], key: string): AnswerValue | undefined =>
  answers.find((answer) => answer.field === key)?.value
/** The answer as one text; lists and tables have none. */
export const textOf = (answers: readonly Answer[], key: string): string => {
  const value = answerOf(answers, key)
  return typeof value === 'string' ? value : ''
}

/** Nothing was typed: an empty text, an empty list, rows of empty cells. */
export const isBlank = (value: AnswerValue | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string'
    ? value.trim() === ''
    : value.every((member) =>
        typeof member === 'string'
          ? member.trim() === ''
          : Object.values(member).every((cell) => cell.trim() === ''),
      ))

export function sameValue(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  if (a === undefined || b === undefined) return isBlank(a) && isBlank(b)
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return a.length === b.length && a.every((member, index) => sameMember(member, b[index]))
}
function sameMember(a: string | Row, b: string | Row | undefined): boolean {
  if (typeof a === 'string' || typeof b === 'string' || b === undefined) return a === b
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => (a[key] ?? '') === (b[key] ?? ''))
}
