import type { AssignmentProblem, Pair } from '#app/domain/jury/assignment.ts'

export const problemOf = (
  nominations: number,
  readers: number,
  over: Partial<AssignmentProblem> = {},
): AssignmentProblem => ({
  nominations: Array.from({ length: nominations }, (_, at) => ({
    nominationId: `n${at}`,
    category: at % 2 === 0 ? 'web' : 'mobile',
  })),
  readers: Array.from({ length: readers }, (_, at) => ({
    seatId: `s${at}`,
    institutionId: null,
    categories: null,
    loadLimit: 50,
  })),
  excluded: [],
  fixed: [],
  readersPerNomination: 2,
  ...over,
})
export const pair = (nominationId: string, seatId: string): Pair => ({ nominationId, seatId })
