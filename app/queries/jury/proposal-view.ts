import type { AssignmentFacts } from '#app/adapters/db/assignments.ts'
import type { ProposalRow, ProposalState, StoredSettings } from '#app/adapters/db/proposals.ts'
import type { Pair } from '#app/domain/jury/assignment.ts'
import type { Obstruction, Relaxation } from '#app/domain/jury/blocking.ts'
import { instanceOf, pairsOf } from '#app/domain/jury/instance-of.ts'
import { meetingsOf } from '#app/domain/jury/meetings.ts'
import { fewestMeetingsBound } from '#app/domain/jury/pair-balance.ts'
import type { Stage } from '#app/domain/jury/proposal-steps.ts'
import type { SolverIdentity } from '#app/domain/jury/propose.ts'

type Names = {
  /** Reference of each nomination, name of each seat. */
  readonly references: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}
export type RelaxationView = {
  readonly extraPlaces: readonly { readonly name: string; readonly count: number }[]
  readonly fewerReaders: readonly { readonly reference: string; readonly count: number }[]
  readonly group: string | null
}
export type MeetingsView = {
  readonly seats: readonly { readonly seatId: string; readonly name: string }[]
  /** Nominations shared per pair of seats, in that order. */
  readonly counts: readonly (readonly number[])[]
  readonly most: number
  readonly fewestPossible: number
  readonly pairs: number
  readonly pairsApart: number
  readonly components: number
}
export type ProposalView = {
  readonly id: string
  readonly number: number
  readonly state: ProposalState
  readonly stage: Stage | null
  readonly settings: StoredSettings
  readonly inputHash: string
  readonly commitment: string
  readonly solver: SolverIdentity | null
  /** Shown once the draw is done. */
  readonly seed: { readonly seed: number; readonly salt: string } | null
  readonly refused: string | null
  /** Its figures speak of files for whose bodies the reader acts: neither they nor what would draw it again are shown. */
  readonly isApart: boolean
  readonly obstruction: {
    readonly references: readonly string[]
    readonly places: number
    readonly needed: number
    readonly group: string | null
    readonly relaxation: RelaxationView
  } | null
  readonly plan: {
    readonly added: number
    readonly sum: number
    readonly smallest: number
    readonly floorBound: number
    readonly sumProven: boolean
    readonly optimum: { readonly sum: number; readonly smallest: number }
    readonly swaps: number
    readonly kappa: number | null
    readonly relaxation: RelaxationView | null
    readonly mixture: { readonly plans: number; readonly most: number } | null
  } | null
}

type Stored = { readonly nominationIds: readonly string[]; readonly seatIds: readonly string[] }

const relaxationView = (stored: Stored, relaxation: Relaxation, names: Names): RelaxationView => ({
  extraPlaces: relaxation.extraPlaces.map(({ column, count }) => ({
    name: names.people.get(stored.seatIds[column] ?? '') ?? '',
    count,
  })),
  fewerReaders: relaxation.fewerReaders.map(({ row, count }) => ({
    reference: names.references.get(stored.nominationIds[row] ?? '') ?? '',
    count,
  })),
  group: relaxation.group,
})

const obstructionView = (stored: Stored, { blocking, relaxation }: Obstruction, names: Names) => ({
  references: blocking.rows.map((row) => names.references.get(stored.nominationIds[row] ?? '') ?? ''),
  places: blocking.places,
  needed: blocking.needed,
  group: blocking.group,
  relaxation: relaxationView(stored, relaxation, names),
})

/** Whether one of these files is among those that a proposal gives readers to. */
export const speaksOf = (row: ProposalRow | null, files: ReadonlySet<string>): boolean =>
  row?.result?.nominationIds.some((id) => files.has(id)) ?? false

/**
 * What the page says of a proposal; nothing of its seed before the draw is done. Of one that speaks of a hidden file only
 * how far it is: each of its figures is of all files together.
 */
export function proposalView(row: ProposalRow, names: Names, hidden: ReadonlySet<string>): ProposalView {
  const isApart = speaksOf(row, hidden)
  const stored = isApart ? null : row.result
  const proposal = stored?.proposal
  const over = row.state !== 'waiting' && row.state !== 'computing'
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    stage: row.stage,
    settings: row.settings,
    inputHash: row.inputHash,
    commitment: row.commitment,
    solver: row.solver,
    isApart,
    seed: over && !isApart ? { seed: row.seed, salt: row.salt } : null,
    refused: proposal?.kind === 'refused' ? proposal.reason : null,
    obstruction:
      stored && proposal?.kind === 'impossible' && proposal.obstruction
        ? obstructionView(stored, proposal.obstruction, names)
        : null,
    plan:
      stored && proposal?.kind === 'plan'
        ? {
            added: proposal.plan.reduce((sum, columns) => sum + columns.length, 0),
            sum: proposal.sum,
            smallest: proposal.smallest,
            floorBound: proposal.floorBound,
            sumProven: proposal.sumProven,
            optimum: proposal.optimum,
            swaps: proposal.swaps,
            kappa: proposal.kappa,
            relaxation: proposal.relaxation && relaxationView(stored, proposal.relaxation, names),
            mixture: proposal.mixture ?? null,
          }
        : null,
  }
}

/** The pairs that a ready proposal would add. */
export const proposedPairs = (row: ProposalRow | null): readonly Pair[] => {
  const stored = row?.state === 'ready' ? row.result : null
  if (stored?.proposal.kind !== 'plan') return []
  const { nominationIds, seatIds, proposal } = stored
  return pairsOf({ nominationIds, seatIds }, proposal.plan)
}

/** How pairs of jurors meet over the files given to them, and over those proposed. */
export function meetingsView(facts: AssignmentFacts, pairs: readonly Pair[], names: Names): MeetingsView {
  const problem = { ...facts.problem, fixed: [...facts.assigned, ...pairs] }
  const { instance, seatIds, nominationIds } = instanceOf(problem, { specialist: false, newcomers: null })
  const {
    counts,
    most,
    pairs: all,
    pairsApart,
    components,
  } = meetingsOf(
    instance,
    instance.score.map(() => []),
  )
  return {
    seats: seatIds.map((seatId) => ({ seatId, name: names.people.get(seatId) ?? '' })),
    counts,
    most,
    pairs: all,
    pairsApart,
    components,
    fewestPossible: fewestMeetingsBound({
      nominations: nominationIds.length,
      jurors: seatIds.length,
      perNomination: facts.problem.readersPerNomination,
    }),
  }
}
