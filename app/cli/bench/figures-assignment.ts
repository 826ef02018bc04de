import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import type { AssignmentProblem } from '#app/domain/jury/assignment.ts'
import { instanceOf } from '#app/domain/jury/instance-of.ts'
import type { Stage } from '#app/domain/jury/proposal-steps.ts'
import { draws } from '#app/domain/jury/randomise.ts'
import { tellThread } from './figure-line.ts'

/** Nominations, jurors, readers of each. */
type Size = { readonly nominations: number; readonly jurors: number; readonly readers: number }
const NATIONAL: Size = { nominations: 600, jurors: 80, readers: 4 }

const SEED = 2026
const LANGUAGES = [['ar'], ['fr'], ['ar', 'fr']] as const
/** Four categories of unequal size; every fourth juror reads all of them, the others two. */
const CATEGORIES = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'd'] as const
const NAMED = ['a', 'b', 'c', 'd'] as const

function problemOf({ nominations, jurors, readers }: Size): AssignmentProblem {
  const draw = draws(SEED)
  const one = <T>(list: readonly T[], otherwise: T): T => list[draw() % list.length] ?? otherwise
  const ids = Array.from({ length: nominations }, (_, at) => `n${at}`)
  const seats = Array.from({ length: jurors }, (_, at) => `s${at}`)
  const somePairs = (share: number) =>
    Array.from({ length: Math.floor((nominations * jurors) / share) }, () => ({
      nominationId: one(ids, 'n0'),
      seatId: one(seats, 's0'),
    }))
  return {
    nominations: ids.map((nominationId) => ({
      nominationId,
      category: one(CATEGORIES, 'a'),
      languages: one(LANGUAGES, ['ar']),
      supervisingIds: [`m${draw() % 20}`],
    })),
    readers: seats.map((seatId, at) => ({
      seatId,
      institutionId: at % 5 === 0 ? `b${at % 3}` : null,
      categories: at % 4 === 3 ? null : [NAMED[at % 4] ?? 'a', NAMED[(at + 1) % 4] ?? 'b'],
      loadLimit: Math.ceil((1.5 * nominations * readers) / jurors),
      languages: at % 4 === 0 ? [] : one(LANGUAGES, ['ar']),
      supervisingId: `m${draw() % 20}`,
      newcomer: at % 7 === 0,
    })),
    excluded: somePairs(20).map((pair) => ({ ...pair, reason: 'recusal' })),
    fixed: [],
    met: somePairs(40),
    readersPerNomination: readers,
  }
}

/**
 * A whole proposal, as the worker makes it: feasibility, even loads, max-min then sum, balance, every constraint again.
 * Stages by when they began; time on the processor is what the wall clock would say of a quiet machine.
 */
export async function assignmentFigures(size: Size) {
  const { instance, carried } = instanceOf(problemOf(size), { specialist: false, newcomers: null })
  const settings = { objective: 'fairest', capPercent: null, seed: SEED, slack: 8, relax: false } as const
  const processor = process.cpuUsage()
  const before = performance.now()
  const stages: { readonly stage: Stage; readonly fromMs: number }[] = []
  const answer = await createThreadedSolver().propose(
    { instance, carried, settings },
    {
      onStage: (stage) => stages.push({ stage, fromMs: Math.round(performance.now() - before) }),
      signal: new AbortController().signal,
    },
  )
  const { user, system } = process.cpuUsage(processor)
  if (!answer.ok) throw new Error(answer.reason)
  const { proposal, solver } = answer.value
  if (proposal.kind !== 'plan') throw new Error(proposal.kind)
  return {
    ...size,
    solver: `${solver.name} ${solver.version}`,
    sum: proposal.sum,
    smallest: proposal.smallest,
    proven: proposal.smallest === proposal.floorBound && proposal.sumProven,
    swaps: proposal.swaps,
    stages,
    processorMs: Math.round((user + system) / 1000),
    memoryMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
  }
}

/** 600 nominations by 80 jurors by 4 readers, max-min then sum, in under ten seconds. */
export const figuresOfAssignment = (): Promise<boolean> =>
  tellThread(
    { id: 'F4', what: 'assignment of 600 x 80 x 4, max-min then sum', target: 'under 10 s', most: 10 },
    () => assignmentFigures(NATIONAL),
  )
