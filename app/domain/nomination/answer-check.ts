import { countWords } from '../kernel/clean-text.ts'
import { isCalendarDate } from '../kernel/working-days.ts'
import { isBlank } from './answers.ts'
import type { Facts } from '../kernel/result.ts'
import type { AnswerValue, Row } from './answers.ts'
import type { Column, Field } from './dossier-field.ts'

export const ANSWER_PROBLEMS = [
  'missing',
  'over-limit',
  'under-limit',
  'bad-url',
  'bad-date',
  'bad-number',
  'bad-month',
  'unknown-option',
  'too-many-rows',
  'too-few-rows',
  'cell-missing',
  'not-declared',
  'wrong-shape',
  'evidence-over-limit',
] as const
export type AnswerProblemCode = (typeof ANSWER_PROBLEMS)[number]
/** `missing` asks for more work; every other code is an error in what was typed. */
export type AnswerProblem = {
  readonly field: string
  readonly code: AnswerProblemCode
  readonly facts: Facts
}

/** An address jurors can follow: http or https, a host with a dot, no user name inside. */
export const isWebAddress = (text: string): boolean =>
  text.length <= 2000 && /^https?:\/\/[^\s/@?#:]+\.[^\s/@?#:]{2,}(?::\d{2,5})?(?:[/?#]\S*)?$/u.test(text)
const isFigure = (text: string): boolean =>
  /^\d{1,15}(?:[.,]\d{1,6})?$/.test(text.replaceAll(/[\s\u202f\u00a0]/g, ''))
const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)

type Found = readonly { readonly code: AnswerProblemCode; readonly facts?: Facts }[]

function textProblems({ kind, words, options }: Field, value: string): Found {
  const count = words === null ? 0 : countWords(value)
  if (words !== null && count > words.max) return [{ code: 'over-limit', facts: { count, limit: words.max } }]
  if (words !== null && count < words.min)
    return [{ code: 'under-limit', facts: { count, limit: words.min } }]
  const text = value.trim()
  switch (kind) {
    case 'url':
      return isWebAddress(text) ? [] : [{ code: 'bad-url' }]
    case 'date':
      return isCalendarDate(text) ? [] : [{ code: 'bad-date' }]
    case 'number':
      return isFigure(text) ? [] : [{ code: 'bad-number' }]
    case 'choice':
      return options.includes(text) ? [] : [{ code: 'unknown-option' }]
    case 'boolean':
      return text === 'yes' || text === 'no' ? [] : [{ code: 'unknown-option' }]
    case 'declaration':
      return text === 'yes' ? [] : [{ code: 'not-declared' }]
    default:
      return []
  }
}

function cellProblems(column: Column, row: Row, number: number): Found {
  const cell = (row[column.code] ?? '').trim()
  const facts = { row: number, column: column.code }
  if (cell === '') return column.required ? [{ code: 'cell-missing', facts }] : []
  if (column.kind === 'number' && !isFigure(cell)) return [{ code: 'bad-number', facts }]
  if (column.kind === 'month' && !isMonth(cell)) return [{ code: 'bad-month', facts }]
  return []
}

function rowProblems({ rows, columns }: Field, value: readonly Row[]): Found {
  const filled = value.filter((row) => !isBlank([row]))
  const limits: Found =
    rows === null
      ? []
      : filled.length > rows.max
        ? [{ code: 'too-many-rows', facts: { count: filled.length, limit: rows.max } }]
        : filled.length < rows.min
          ? [{ code: 'too-few-rows', facts: { count: filled.length, limit: rows.min } }]
          : []
  return [
    ...limits,
    ...filled.flatMap((row, index) => columns.flatMap((column) => cellProblems(column, row, index + 1))),
  ]
}

const isRows = (value: readonly string[] | readonly Row[]): value is readonly Row[] =>
  value.every((member) => typeof member !== 'string')
const isTexts = (value: readonly string[] | readonly Row[]): value is readonly string[] =>
  value.every((member) => typeof member === 'string')

function found(field: Field, value: AnswerValue): Found {
  const isList = field.kind === 'multi' || field.kind === 'partners'
  const isTable = field.kind === 'table' || field.kind === 'beforeAfter'
  if (typeof value === 'string')
    return isList || isTable ? [{ code: 'wrong-shape' }] : textProblems(field, value)
  if (isTable) return isRows(value) ? rowProblems(field, value) : [{ code: 'wrong-shape' }]
  if (!isList || !isTexts(value)) return [{ code: 'wrong-shape' }]
  if (field.rows !== null && value.length > field.rows.max) {
    return [{ code: 'too-many-rows', facts: { count: value.length, limit: field.rows.max } }]
  }
  return field.kind === 'multi' && value.some((option) => !field.options.includes(option))
    ? [{ code: 'unknown-option' }]
    : []
}

/** What is wrong with one answer as typed; blank answers are nobody's error (completeness asks for them). */
export const answerProblems = (
  field: Field,
  key: string,
  value: AnswerValue | undefined,
): readonly AnswerProblem[] =>
  value === undefined || isBlank(value)
    ? []
    : found(field, value).map(({ code, facts }) => ({ field: key, code, facts: facts ?? {} }))
