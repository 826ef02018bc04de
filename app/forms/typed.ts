import { isUsableName, MOST_FIELDS } from './tree.ts'

/** Of one field, in characters. */
export const MOST_TYPED = 40_000
/**
 * A password old or new, a token, the six digits of the second factor, the test account of a service; the code of a
 * category is no secret.
 */
const SECRET = /password|token|^(?:current|code|accessAccount)$/i

/** The one rule of what no page ever gives back. */
export const isSecret = (name: string): boolean => SECRET.test(name)

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
