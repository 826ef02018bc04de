import { compare } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { cascade } from '#app/domain/scoring/cascade.ts'

type Named = readonly [string, Rational]

/** Competition ranks by falling value, by name. */
export const ranksOf = (values: readonly Named[]): Readonly<Record<string, number>> => {
  const order = (a: Named, b: Named) => compare(a[1], b[1])
  return Object.fromEntries(
    cascade(values, [{ code: 'score', compare: order }]).map(({ member, rank }) => [member[0], rank]),
  )
}
