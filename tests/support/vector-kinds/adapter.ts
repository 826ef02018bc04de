import { parseRational, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { toNumber } from '#app/domain/statistics/exact.ts'

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

export const double = (typed: Typed): number => toNumber(exact(typed))

/** A table of typed values, null where one is missing. */
export type Table = readonly (readonly (Typed | null)[])[]
export const exactTable = (table: Table): (Rational | null)[][] =>
  table.map((row) => row.map((value) => (value === null ? null : exact(value))))
export const doubleTable = (table: Table): (number | null)[][] =>
  table.map((row) => row.map((value) => (value === null ? null : double(value))))

/** Values under their names. */
export const named = <Value>(names: readonly string[], values: ArrayLike<Value>): Record<string, Value> =>
  Object.fromEntries(names.map((name, at) => [name, values[at] as Value]))
