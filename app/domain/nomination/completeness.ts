import { answerProblems } from './answer-check.ts'
import { answerOf, isBlank } from './answers.ts'
import { answerKeys } from './dossier-field.ts'
import type { AnswerProblem } from './answer-check.ts'
import type { Answer } from './answers.ts'
import type { DossierForm, Field, Section, SectionCode } from './dossier-field.ts'

export const SECTION_STATUSES = ['not-started', 'in-progress', 'complete', 'with-errors'] as const
export type SectionStatus = (typeof SECTION_STATUSES)[number]
export type SectionCompleteness = {
  readonly section: SectionCode
  readonly number: number
  readonly status: SectionStatus
  /** What is missing or wrong, each with the key of its field. */
  readonly problems: readonly AnswerProblem[]
  /** Asked for both languages and only one is there, or either language left open: shown, not counted as missing. */
  readonly untranslated: readonly string[]
}
export type Completeness = {
  readonly sections: readonly SectionCompleteness[]
  readonly complete: boolean
  readonly problems: readonly AnswerProblem[]
  /** Questions that are required and answered, of all that are required. */
  readonly answered: number
  readonly required: number
}
/** Evidence counts by its problems, found by `evidence/evidence.ts`. */
export type EvidenceSummary = { readonly count: number; readonly problems: readonly AnswerProblem[] }

const isAnswered = (field: Field, answers: readonly Answer[]): boolean => {
  const blanks = answerKeys(field).map((key) => isBlank(answerOf(answers, key)))
  return field.languages === 'either' ? blanks.includes(false) : !blanks.includes(true)
}

function missing(field: Field, answers: readonly Answer[]): readonly AnswerProblem[] {
  if (!field.required || isAnswered(field, answers)) return []
  const blank = answerKeys(field).filter((key) => isBlank(answerOf(answers, key)))
  // One language is enough, so the question is missing once and not twice.
  const told = field.languages === 'either' ? blank.slice(0, 1) : blank
  return told.map((key) => ({ field: key, code: 'missing', facts: {} }))
}

const untranslated = (field: Field, answers: readonly Answer[]): readonly string[] => {
  if (field.languages === 'none') return []
  const blank = answerKeys(field).filter((key) => isBlank(answerOf(answers, key)))
  return blank.length === 1 ? blank : []
}

function sectionCompleteness(
  section: Section,
  answers: readonly Answer[],
  evidence: EvidenceSummary,
): SectionCompleteness {
  const { fields, code, number } = section
  const keys = fields.flatMap(answerKeys)
  const hasEvidence = fields.some(({ kind }) => kind === 'evidence')
  const wrong = [
    ...fields.flatMap((field) =>
      answerKeys(field).flatMap((key) => answerProblems(field, key, answerOf(answers, key))),
    ),
    ...(hasEvidence ? evidence.problems : []),
  ]
  const lacking = fields.flatMap((field) => missing(field, answers))
  const started = keys.some((key) => !isBlank(answerOf(answers, key))) || (hasEvidence && evidence.count > 0)
  const status: SectionStatus =
    wrong.length > 0
      ? 'with-errors'
      : !started
        ? 'not-started'
        : lacking.length > 0
          ? 'in-progress'
          : 'complete'
  return {
    section: code,
    number,
    status,
    problems: [...lacking, ...wrong],
    untranslated: fields.flatMap((field) => untranslated(field, answers)),
  }
}

/**
 * Section by section, whether a dossier is complete, and the list of what is missing or over its limit: never a
 * bare boolean (product.md section 6).
 */
export function completeness(
  form: DossierForm,
  answers: readonly Answer[],
  evidence: EvidenceSummary,
): Completeness {
  const sections = form.sections.map((section) => sectionCompleteness(section, answers, evidence))
  const required = form.sections.flatMap(({ fields }) => fields).filter((field) => field.required)
  const problems = sections.flatMap((section) => section.problems)
  return {
    sections,
    complete: problems.length === 0,
    problems,
    answered: required.filter((field) => isAnswered(field, answers)).length,
    required: required.length,
  }
}
