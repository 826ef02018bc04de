import { loadsOf, missingReaders, pairKey, staticObstacle } from './assignment.ts'
import type { AssignmentProblem, Pair, Reader, Subject } from './assignment.ts'
import { addArc, augment, emptyNetwork } from './flow-network.ts'
import type { FlowNetwork } from './flow-network.ts'

/** Why this pair: the figures a secretariat reads beside it (words are made of them by the i18n room). */
export type PairWhy = {
  readonly source: 'fixed' | 'proposed'
  readonly load: number
  readonly loadLimit: number
  readonly eligibleReaders: number
  readonly excludedReaders: number
}
export type ProposedPair = Pair & { readonly why: PairWhy }
export type Shortage = {
  readonly nominationId: string
  readonly lacking: number
  readonly eligibleReaders: number
  readonly excludedReaders: number
}

/** Either a complete proposal with loads as even as the constraints allow, or what is missing and where. */
export type AssignmentProposal = {
  readonly feasible: boolean
  readonly pairs: readonly ProposedPair[]
  readonly shortages: readonly Shortage[]
  readonly demand: number
  readonly capacity: number
  readonly lightestLoad: number
  readonly heaviestLoad: number
}

/** A fixed scramble of two indices: spreads the choice among equal readers, the same for the same seed. */
function scramble(seed: number, row: number, column: number): number {
  let mixed = (seed ^ Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b) >>> 0
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A seat without institution is an institution of its own. */
const bodyOf = (reader: Reader | undefined): string => reader?.institutionId ?? reader?.seatId ?? ''

const byId = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

type Plan = {
  readonly nominations: readonly Subject[]
  readonly readers: readonly Reader[]
  readonly excluded: ReadonlySet<string>
  readonly fixed: readonly Pair[]
}
/** Sorted by identifier, so that the order in which rows were read never matters. */
const planOf = (problem: AssignmentProblem): Plan => ({
  nominations: [...problem.nominations].sort((a, b) => byId(a.nominationId, b.nominationId)),
  readers: [...problem.readers].sort((a, b) => byId(a.seatId, b.seatId)),
  excluded: new Set(problem.excluded.map(pairKey)),
  fixed: [...problem.fixed].sort((a, b) => byId(pairKey(a), pairKey(b))),
})

type Built = {
  readonly network: FlowNetwork
  readonly choices: readonly { readonly arc: number; readonly pair: Pair }[]
  readonly sinkArcs: readonly number[]
  readonly sink: number
}

/**
 * source → nomination (readers wanted) → one node per institution (at most one of its jurors) → seat → sink.
 */
function build(problem: AssignmentProblem, plan: Plan, seed: number): Built {
  const { nominations, readers, excluded, fixed } = plan
  const bodies = [...new Set(readers.map(bodyOf))].sort(byId)
  const sink = 1 + nominations.length * (1 + bodies.length) + readers.length
  const seatNode = (at: number): number => 1 + nominations.length * (1 + bodies.length) + at
  const network = emptyNetwork(sink + 1)
  const held = new Set(fixed.map(pairKey))
  const choices: { arc: number; pair: Pair }[] = []
  nominations.forEach((subject, row) => {
    const has = fixed.filter((pair) => pair.nominationId === subject.nominationId)
    addArc(network, 0, 1 + row, Math.max(0, problem.readersPerNomination - has.length))
    const taken = new Set(has.map((pair) => bodyOf(readers.find((reader) => reader.seatId === pair.seatId))))
    const order = readers
      .map((_, column) => column)
      .sort((a, b) => scramble(seed, row, a) - scramble(seed, row, b) || a - b)
    // Institutions in the scrambled order of their jurors: arcs are tried as added, and this decides who meets whom.
    for (const body of new Set(order.map((column) => bodyOf(readers[column])))) {
      if (!taken.has(body))
        addArc(network, 1 + row, 1 + nominations.length + row * bodies.length + bodies.indexOf(body), 1)
    }
    for (const column of order) {
      const reader = readers[column]
      if (!reader) continue
      const pair = { nominationId: subject.nominationId, seatId: reader.seatId }
      if (held.has(pairKey(pair)) || staticObstacle(problem, subject, reader, excluded)) continue
      const bodyNode = 1 + nominations.length + row * bodies.length + bodies.indexOf(bodyOf(reader))
      choices.push({ arc: addArc(network, bodyNode, seatNode(column), 1), pair })
    }
  })
  const sinkArcs = readers.map((_, at) => addArc(network, seatNode(at), sink, 0))
  return { network, choices, sinkArcs, sink }
}

/** Lifts every seat's ceiling from `before` to `ceiling` and pushes what fits; returns what was added. */
function raise({ network, sinkArcs, sink }: Built, plan: Plan, before: number, ceiling: number): number {
  const fixedLoads = loadsOf(plan.readers, plan.fixed)
  sinkArcs.forEach((arc, at) => {
    const reader = plan.readers[at]
    const held = fixedLoads.get(reader?.seatId ?? '') ?? 0
    const roomUnder = (height: number): number => Math.max(0, Math.min(height, reader?.loadLimit ?? 0) - held)
    network.room[arc] = (network.room[arc] ?? 0) + roomUnder(ceiling) - roomUnder(before)
  })
  return augment(network, 0, sink)
}

/**
 * Raises every seat's ceiling one by one and pushes what fits. Load vectors form a polymatroid, so this greedy gives
 * loads that are as even as any feasible assignment's: the heaviest is the lightest possible, then the next.
 * A height that fills every seat may be reached in one leap: the levels below it would have been filled alike.
 */
function spread(problem: AssignmentProblem, plan: Plan, seed: number): Built {
  const wanted = missingReaders(problem, plan.fixed).reduce((total, one) => total + one.lacking, 0)
  let height = Math.floor(wanted / Math.max(1, plan.readers.length))
  let built = build(problem, plan, seed)
  let pushed = raise(built, plan, 0, height)
  while (height > 0 && built.sinkArcs.some((arc) => (built.network.room[arc] ?? 0) > 0)) {
    height = Math.floor(height / 2)
    built = build(problem, plan, seed)
    pushed = raise(built, plan, 0, height)
  }
  const highest = Math.max(0, ...plan.readers.map((reader) => reader.loadLimit))
  for (; height < highest && pushed < wanted; height += 1) pushed += raise(built, plan, height, height + 1)
  return built
}

/** A balanced proposal, deterministic for a seed (scoring.md section 5.1: hard constraints only). */
export function proposeAssignment(problem: AssignmentProblem, seed: number): AssignmentProposal {
  const plan = planOf(problem)
  const built = spread(problem, plan, seed)
  const chosen = built.choices
    .filter(({ arc }) => (built.network.room[arc] ?? 1) === 0)
    .map(({ pair }) => pair)
  const assigned = [...plan.fixed, ...chosen].sort((a, b) => byId(pairKey(a), pairKey(b)))
  return describe(problem, plan, assigned)
}

function describe(problem: AssignmentProblem, plan: Plan, assigned: readonly Pair[]): AssignmentProposal {
  const loads = loadsOf(plan.readers, assigned)
  const fixed = new Set(plan.fixed.map(pairKey))
  const choice = new Map(
    plan.nominations.map((subject) => {
      const obstacles = plan.readers.map((reader) => staticObstacle(problem, subject, reader, plan.excluded))
      const eligibleReaders = obstacles.filter((obstacle) => obstacle === null).length
      return [
        subject.nominationId,
        { eligibleReaders, excludedReaders: obstacles.filter((one) => one === 'excluded').length },
      ]
    }),
  )
  const none = { eligibleReaders: 0, excludedReaders: 0 }
  const limits = new Map(plan.readers.map((reader) => [reader.seatId, reader.loadLimit]))
  const pairs = assigned.map((pair): ProposedPair => {
    const why = {
      load: loads.get(pair.seatId) ?? 0,
      loadLimit: limits.get(pair.seatId) ?? 0,
      ...(choice.get(pair.nominationId) ?? none),
    }
    return { ...pair, why: { source: fixed.has(pairKey(pair)) ? 'fixed' : 'proposed', ...why } }
  })
  const shortages = missingReaders(problem, assigned).map((one) => ({
    ...one,
    ...(choice.get(one.nominationId) ?? none),
  }))
  return {
    feasible: shortages.length === 0,
    pairs,
    shortages,
    demand: problem.nominations.length * problem.readersPerNomination,
    capacity: plan.readers.reduce((total, reader) => total + reader.loadLimit, 0),
    lightestLoad: Math.min(...loads.values(), Infinity) === Infinity ? 0 : Math.min(...loads.values()),
    heaviestLoad: Math.max(0, ...loads.values()),
  }
}
