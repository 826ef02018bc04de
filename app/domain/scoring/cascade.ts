import { more } from '../kernel/count.ts'

/** One step of a tie cascade. `compare` is positive when `a` stands before `b`. */
export type CascadeStep<T> = {
  readonly code: string
  readonly compare: (a: T, b: T) => -1 | 0 | 1
  /** Steps that cannot speak about this group (three-way head-to-head, a mean nobody gave) are skipped. */
  readonly appliesTo?: (group: readonly T[]) => boolean
}
export type Placed<T> = {
  readonly member: T
  /** Competition rank, "1224" (scoring.md section 1.9). */
  readonly rank: number
  /** The last step consulted for this member: the one that set it apart, or failed to. */
  readonly decidedBy: string
  /** Others that no step told apart from it. */
  readonly tied: boolean
  /** Every step consulted, in order, with the members that it was asked about. */
  readonly trail: readonly Consulted<T>[]
}
export type Consulted<T> = { readonly code: string; readonly among: readonly T[] }

/** Cuts a group into runs of equals, best first. The order inside a run carries no meaning. */
function runs<T>(group: readonly T[], compare: (a: T, b: T) => number): readonly (readonly T[])[] {
  const found: T[][] = []
  for (const member of [...group].sort((a, b) => compare(b, a))) {
    const last = found.at(-1)
    if (last?.[0] !== undefined && compare(last[0], member) === 0) last.push(member)
    else found.push([member])
  }
  return found
}

type Reached<T> = { readonly before: number; readonly trail: readonly Consulted<T>[] }

function refine<T>(
  group: readonly T[],
  steps: readonly CascadeStep<T>[],
  { before, trail }: Reached<T>,
): readonly Placed<T>[] {
  const [step, ...later] = steps
  if (step === undefined || (group.length === 1 && trail.length > 0)) {
    const decidedBy = trail.at(-1)?.code ?? ''
    return group.map((member) => ({
      member,
      rank: more(before, 1),
      decidedBy,
      tied: group.length > 1,
      trail,
    }))
  }
  if (step.appliesTo && !step.appliesTo(group)) return refine(group, later, { before, trail })
  const consulted = [...trail, { code: step.code, among: group }]
  let reached = before
  return runs(group, step.compare).flatMap((run) => {
    const placed = refine(run, later, { before: reached, trail: consulted })
    reached = more(reached, run.length)
    return placed
  })
}

/**
 * Ranks by the first step that tells two members apart. The result depends on the members only, never on the order
 * in which they were given.
 */
export const cascade = <T>(members: readonly T[], steps: readonly CascadeStep<T>[]): readonly Placed<T>[] =>
  refine(members, steps, { before: 0, trail: [] })
