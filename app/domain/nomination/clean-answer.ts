import { cleanText } from '../kernel/clean-text.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { TextRefusal, TextShape } from '../kernel/clean-text.ts'
import type { Result } from '../kernel/result.ts'
import type { AnswerValue, Row } from './answers.ts'
import type { Field } from './dossier-field.ts'

export type CleanRefusal = TextRefusal | 'wrong-shape' | 'too-many-members'
/** More rows or choices than any form shows; past it a list is not read. */
export const MOST_MEMBERS = 100

const shapeOf = ({ kind }: Field): TextShape => (kind === 'longText' ? 'prose' : 'line')

function cleanRow(row: Row, columns: readonly string[]): Result<Row, CleanRefusal> {
  const cells: [string, string][] = []
  for (const column of columns) {
    const cell = Object.hasOwn(row, column) ? row[column] : undefined
    if (cell === undefined) continue
    const cleaned = cleanText(cell, 'line')
    if (!cleaned.ok) return cleaned
    cells.push([column, cleaned.value])
  }
  return ok(Object.fromEntries(cells))
}

function cleanMembers(
  field: Field,
  members: readonly string[] | readonly Row[],
): Result<AnswerValue, CleanRefusal> {
  if (members.length > MOST_MEMBERS) return refuse('too-many-members', { limit: MOST_MEMBERS })
  const columns = field.columns.map(({ code }) => code)
  const texts: string[] = []
  const rows: Row[] = []
  for (const member of members) {
    if (typeof member === 'string') {
      const cleaned = cleanText(member, 'line')
      if (!cleaned.ok) return cleaned
      if (cleaned.value !== '' && !texts.includes(cleaned.value)) texts.push(cleaned.value)
    } else {
      const cleaned = cleanRow(member, columns)
      if (!cleaned.ok) return cleaned
      if (Object.values(cleaned.value).some((cell) => cell !== '')) rows.push(cleaned.value)
    }
  }
  const isTable = columns.length > 0
  if (isTable ? texts.length > 0 : rows.length > 0) return refuse('wrong-shape')
  return ok(isTable ? rows : texts)
}

/**
 * The stored form of a typed answer: NFC, no control characters, no bidirectional controls in names and titles,
 * unknown columns and empty rows gone. What it means (a date, a number) is not judged: drafts save with errors.
 */
export function cleanAnswer(field: Field, typed: AnswerValue): Result<AnswerValue, CleanRefusal> {
  const isList = field.kind === 'multi' || field.kind === 'partners' || field.columns.length > 0
  if (typeof typed === 'string') return isList ? refuse('wrong-shape') : cleanText(typed, shapeOf(field))
  return isList ? cleanMembers(field, typed) : refuse('wrong-shape')
}
