import type { Rubric } from '#app/domain/campaign/regulation.ts'

/** The first and the last digit that gives a mark: those of the widest scale, within the ten that a keyboard has. */
export function digitsOf({ criteria }: Pick<Rubric, 'criteria'>): readonly [first: number, last: number] {
  const given = criteria.flatMap(({ levels }) => levels.map(({ level }) => level))
  return [Math.min(9, ...given), Math.min(9, Math.max(0, ...given))]
}
