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

/** `1e-7`, as JSON prints a small or a large number, without its exponent. */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = ''] =
    /^([+-]?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(text) ?? []
  if (whole === '') return text
  const shift = Number(exponent) - fraction.length
  const digits = whole + fraction
  return sign + (shift >= 0 ? digits + '0'.repeat(shift) : `${digits}/1${'0'.repeat(-shift)}`)
}

/** The exact value of a typed number; decimals go through their text, never through arithmetic on doubles. */
export function exact(typed: Typed): Rational {
  const parsed = parseRational(withoutExponent(`${typed}`))
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
