import { fieldsOf } from '#app/domain/nomination/answers.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { isUsableName, MOST_FIELDS } from './tree.ts'

/** Of one field, in characters. */
export const MOST_TYPED = 40_000
/** A password old or new, a token, the six digits of the second factor and its sealed offer; the code of a category is no secret. */
const SECRET = /password|token|^(?:current|code|sealed)$/i
/** The answers of a dossier that are kept sealed: the test account of a service. */
const SECRET_ANSWERS: ReadonlySet<string> = new Set(
  fieldsOf(DEFAULT_FORM).flatMap(({ kind, key }) => (kind === 'secret' ? [key] : [])),
)

/** The one rule of what no page ever gives back. */
export const isSecret = (name: string): boolean => SECRET.test(name) || SECRET_ANSWERS.has(name)

/** The secret answers that came with a form: nobody gives them back, so that they must be asked for again. */
export const secretAnswers = (form: FormData): readonly string[] =>
  [...SECRET_ANSWERS].filter((name) => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() !== ''
  })

/**
 * What goes back into the fields: flat text, bounded in number and length; the values of a repeated name (boxes
 * ticked) come one a line. Secrets are never echoed.
 */
export function typedValues(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of [...form.entries()].slice(0, MOST_FIELDS)) {
    if (!isUsableName(name) || typeof value !== 'string' || isSecret(name)) continue
    const before = Object.hasOwn(typed, name) ? `${typed[name]}\n` : ''
    typed[name] = `${before}${value}`.slice(0, MOST_TYPED)
  }
  return typed
}
