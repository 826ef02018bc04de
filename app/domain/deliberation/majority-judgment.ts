/** One finalist's grades as places in the list of grade words, worst word 0. */
export type Grades = readonly number[]

/**
 * The majority value: the lower median grade, then the lower median of what is left, and so on until nothing is
 * (Balinski and Laraki; section 6.1 of the scoring rules). Its first member is the majority grade.
 */
export function majorityValue(grades: Grades): readonly number[] {
  const left = [...grades].sort((a, b) => a - b)
  const value: number[] = []
  while (left.length > 0) value.push(...left.splice(Math.floor((left.length - 1) / 2), 1))
  return value
}

function compareValues(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((grade, place) => grade !== b[place])
  if (at === -1) return a.length - b.length
  return (a[at] ?? 0) - (b[at] ?? -1)
}

export type Judged = {
  readonly candidate: string
  /** Null when nobody graded. */
  readonly grade: number | null
  readonly value: readonly number[]
  /** Competition rank; equal profiles stay equal. */
  readonly rank: number
}

/** The finalists by falling majority value, in the order given. */
export function majorityJudgment(grades: ReadonlyMap<string, Grades>): readonly Judged[] {
  const values = new Map([...grades].map(([candidate, given]) => [candidate, majorityValue(given)] as const))
  return [...values].map(([candidate, value]) => {
    const above = [...values.values()].filter((other) => compareValues(other, value) > 0).length
    return { candidate, value, grade: value[0] ?? null, rank: above + 1 }
  })
}
