import type { AnswerProblem } from '#app/domain/nomination/answer-check.ts'
import type { Field } from '#app/domain/nomination/dossier-field.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { fieldFor, fieldsOf } from '#app/domain/nomination/answers.ts'
import type { Translator } from '#app/i18n/instance.ts'

/** The words of a question, from the catalogue. */
export const labelOf = (t: Translator, key: string): string => t(`nomination.fields.${key}.label`)
export const hintOf = (t: Translator, { key, hint }: Field): string | undefined =>
  hint ? t(`nomination.fields.${key}.hint`) : undefined
export const optionOf = (t: Translator, key: string, option: string): string =>
  t(`nomination.options.${key}.${option}`)
export const columnOf = (t: Translator, key: string, column: string): string =>
  t(`nomination.columns.${key}.${column}`)
export const sectionOf = (t: Translator, code: string): string => t(`nomination.section.${code}`)

/** The language that an answer key ends in; none where the question has no language. */
export const languageOf = (key: string): 'ar' | 'fr' | null =>
  key.endsWith('.ar') ? 'ar' : key.endsWith('.fr') ? 'fr' : null

/** `Résumé (français)`: the question of an answer key, with its language. */
export function questionOf(t: Translator, answerKey: string): string {
  const field = fieldFor(DEFAULT_FORM, answerKey)
  const language = languageOf(answerKey)
  const label = labelOf(t, field?.key ?? answerKey)
  return field && language && field.languages !== 'none'
    ? `${label} (${t(`common.language.${language}`)})`
    : label
}

/** The sentence of one problem of an answer. */
export const problemOf = (t: Translator, problem: AnswerProblem): string => {
  const { row, column, ...facts } = problem.facts
  const sentence = t(`nomination.problem.${problem.code}`, facts as Record<string, string | number>)
  return row === undefined ? sentence : `${t('nomination.problem.row', { row: Number(row) })} ${sentence}`
}

/** The questions that a file may prove, as the evidence page offers them. */
export const CLAIMS: readonly string[] = fieldsOf(DEFAULT_FORM)
  .filter(
    ({ kind, key }) => !['evidence', 'secret', 'declaration'].includes(kind) && key !== 'publicationConsent',
  )
  .map(({ key }) => key)
