import type { AssignmentProblem, Exclusion, Pair, Reader } from '#app/domain/jury/assignment.ts'

export const problemOf = (
  nominations: number,
  readers: number,
  over: Partial<AssignmentProblem> = {},
): AssignmentProblem => ({
  nominations: Array.from({ length: nominations }, (_, at) => ({
    nominationId: `n${at}`,
    category: at % 2 === 0 ? 'web' : 'mobile',
    languages: [],
    supervisingIds: [],
  })),
  readers: Array.from({ length: readers }, (_, at) => aReader(`s${at}`)),
  excluded: [],
  fixed: [],
  met: [],
  readersPerNomination: 2,
  ...over,
})
export const pair = (nominationId: string, seatId: string): Pair => ({ nominationId, seatId })
export const excluded = (nominationId: string, seatId: string): Exclusion => ({
  nominationId,
  seatId,
  reason: 'recusal',
})
export const aReader = (seatId: string, over: Partial<Reader> = {}): Reader => ({
  seatId,
  institutionId: null,
  categories: null,
  loadLimit: 50,
  languages: [],
  supervisingId: null,
  newcomer: false,
  ...over,
})
