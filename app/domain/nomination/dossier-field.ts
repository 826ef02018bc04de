/** The kinds of question a dossier may ask. */
export const FIELD_KINDS = [
  'text',
  'longText',
  'url',
  'date',
  'choice',
  'multi',
  'number',
  'boolean',
  'declaration',
  'table',
  'beforeAfter',
  'partners',
  'evidence',
  'secret',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** `both`: Arabic and French are asked; `either`: one of them is enough; `none`: the answer has no language. */
export type FieldLanguages = 'none' | 'both' | 'either'
export const FIELD_LANGUAGES = ['ar', 'fr'] as const

export type Column = {
  readonly code: string
  readonly kind: 'text' | 'number' | 'month'
  readonly required: boolean
}

/**
 * One question. Its words are messages: `nomination:fields.<key>.label` and, when `hint`, `.hint`; options are
 * `nomination:options.<key>.<option>`, columns `nomination:columns.<key>.<column>`.
 */
export type Field = {
  readonly key: string
  readonly kind: FieldKind
  readonly languages: FieldLanguages
  readonly required: boolean
  readonly words: { readonly min: number; readonly max: number } | null
  /** The applicant is asked whether this answer may be published (consent per field). */
  readonly publishable: boolean
  readonly hint: boolean
  readonly options: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: { readonly min: number; readonly max: number } | null
}
export type SectionCode =
  'identity' | 'lead' | 'need' | 'solution' | 'results' | 'inclusion' | 'security' | 'sustainability'
export type Section = {
  readonly code: SectionCode
  readonly number: number
  readonly fields: readonly Field[]
}
export type DossierForm = { readonly version: string; readonly sections: readonly Section[] }

type Options = Partial<Omit<Field, 'key' | 'kind'>>

/** A question with everything not said left at its plainest. */
export const field = (key: string, kind: FieldKind, options: Options = {}): Field => ({
  key,
  kind,
  languages: 'none',
  required: false,
  words: null,
  publishable: false,
  hint: false,
  options: [],
  columns: [],
  rows: null,
  ...options,
})

/** The keys under which the answers of a question are stored: `summary.ar` and `summary.fr`, or `url`. */
export const answerKeys = ({ key, kind, languages }: Field): readonly string[] => {
  if (kind === 'evidence') return []
  return languages === 'none' ? [key] : FIELD_LANGUAGES.map((language) => `${key}.${language}`)
}
