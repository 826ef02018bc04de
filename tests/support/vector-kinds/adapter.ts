import { parseRational, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'

/** Takes a vector's input, answers with the figures under the names that the vector expects; may be asynchronous. */
export type Adapter = (input: unknown) => unknown

/** An adapter that reads its input as `Input`. */
export const adapter =
  <Input>(run: (input: Input) => unknown): Adapter =>
  (input) =>
    run(input as Input)

/** A number as the vectors write it: JSON number, decimal text or `p/q`. */
export type Typed = string | number

/** The exact value of a typed number; decimals go through their text, never through arithmetic on doubles. */
export function exact(typed: Typed): Rational {
  const parsed = parseRational(`${typed}`)
  if (!parsed.ok) throw new Error(`not a number: ${typed}`)
  return parsed.value
}

export const exactText = (value: Rational | null): string | null => (value === null ? null : toText(value))
