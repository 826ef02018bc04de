import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { AssignmentProblem, Pair } from './assignment.ts'

/** Who reads what, and who may: the whole award, or what one of its rounds reads. */
export type Readings = {
  readonly problem: AssignmentProblem
  readonly assigned: readonly Pair[]
}
/** What tells which round is read. */
export type RoundFacts = Readings & {
  readonly phase: string
  /** The nominations of the second of two rounds; null while none was opened. */
  readonly shortlist: ReadonlySet<string> | null
}
export type ReadingRound = Readings & { readonly isSecond: boolean }
export type ReadingRoundReason = 'phase-closed' | 'not-shortlisted'

/** The presentations are a second round where one was opened, and are heard only where none was. */
export const readsAgain = ({ phase, shortlist }: Pick<RoundFacts, 'phase' | 'shortlist'>): boolean =>
  phase === 'presentations' && shortlist !== null

/**
 * What the second round reads: the shortlist alone. Its files make the loads of that round, for the limit bounds what
 * a juror has to read at once, and what the first round gave is read by then.
 */
export const onShortlist = (readings: Readings, shortlist: ReadonlySet<string>): Readings =>
  readingsOf(readings, (nominationId) => shortlist.has(nominationId))

/** The same without the files hidden from a reader: no load, lack or meeting of jurors tells of one. */
export const readingsApart = (readings: Readings, hidden: ReadonlySet<string>): Readings =>
  hidden.size === 0 ? readings : readingsOf(readings, (nominationId) => !hidden.has(nominationId))

function readingsOf({ problem, assigned }: Readings, isOf: (nominationId: string) => boolean): Readings {
  const isKept = ({ nominationId }: { readonly nominationId: string }): boolean => isOf(nominationId)
  return {
    problem: {
      ...problem,
      nominations: problem.nominations.filter(isKept),
      fixed: problem.fixed.filter(isKept),
    },
    assigned: assigned.filter(isKept),
  }
}

/**
 * The round whose readers may be changed now, with what it reads. Refused: a phase in which nothing is read, and in a
 * second round a nomination that did not reach it.
 */
export function readingRound(
  facts: RoundFacts,
  nominationId: string | null,
): Result<ReadingRound, ReadingRoundReason> {
  const { phase, shortlist, problem, assigned } = facts
  if (shortlist !== null && readsAgain(facts)) {
    if (nominationId !== null && !shortlist.has(nominationId)) return refuse('not-shortlisted')
    return ok({ ...onShortlist(facts, shortlist), isSecond: true })
  }
  if (phase !== 'screening' && phase !== 'evaluation') return refuse('phase-closed', { phase })
  return ok({ problem, assigned, isSecond: false })
}
