import type { Stage } from '#app/domain/jury/proposal-steps.ts'
import type { Proposal } from '#app/domain/jury/propose.ts'
import type { Wishes } from '#app/domain/jury/instance-of.ts'
import type { ProposalSettings } from '#app/domain/jury/propose.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { SolverIdentity } from '#app/domain/jury/propose.ts'
import type { Client, Tx } from './client.server.ts'

export type ProposalState =
  'waiting' | 'computing' | 'ready' | 'impossible' | 'refused' | 'cancelled' | 'confirmed'
export type StoredSettings = Omit<ProposalSettings, 'seed'> & Wishes
/** What came out, with the order of rows and columns that its numbers speak of. */
export type StoredResult = {
  readonly nominationIds: readonly string[]
  readonly seatIds: readonly string[]
  readonly proposal: Proposal
}
export type ProposalRow = {
  readonly id: string
  readonly campaignId: string
  readonly number: number
  readonly state: ProposalState
  readonly stage: Stage | null
  readonly settings: StoredSettings
  readonly seed: number
  readonly salt: string
  readonly commitment: string
  readonly inputHash: string
  readonly solver: SolverIdentity | null
  readonly result: StoredResult | null
}
type Stored = {
  id: string
  campaignId: string
  number: number
  state: string
  stage: string | null
  settings: unknown
  seed: number
  salt: string
  commitment: string
  inputHash: string
  solver: unknown
  result: unknown
}

const rowOf = (row: Stored): ProposalRow => ({
  id: row.id,
  campaignId: row.campaignId,
  number: row.number,
  state: row.state as ProposalState,
  stage: row.stage as Stage | null,
  settings: row.settings as StoredSettings,
  seed: row.seed,
  salt: row.salt,
  commitment: row.commitment,
  inputHash: row.inputHash,
  solver: row.solver as SolverIdentity | null,
  result: row.result as StoredResult | null,
})

export async function loadProposal(tx: Tx, id: string): Promise<ProposalRow | null> {
  const row = await tx.assignmentProposal.findUnique({ where: { id } })
  return row && rowOf(row)
}

/** The newest of a campaign: the one that its page shows. */
export async function newestProposal(tx: Tx, campaignId: string): Promise<ProposalRow | null> {
  const row = await tx.assignmentProposal.findFirst({ where: { campaignId }, orderBy: { number: 'desc' } })
  return row && rowOf(row)
}

export async function insertProposal(
  tx: Tx,
  row: Omit<ProposalRow, 'state' | 'stage' | 'solver' | 'result'>,
  by: { readonly personId: string; readonly at: Instant },
): Promise<void> {
  const { settings, ...rest } = row
  await tx.assignmentProposal.create({
    data: { ...rest, settings, state: 'waiting', requestedBy: by.personId, requestedAt: toDate(by.at) },
  })
}

/** Moves a proposal on, unless it has moved meanwhile; returns whether it did. */
export async function moveProposal(
  tx: Tx,
  id: string,
  move: {
    readonly from: readonly ProposalState[]
    readonly to: ProposalState
    readonly at: Instant
    readonly solver?: SolverIdentity
    readonly result?: StoredResult
  },
): Promise<boolean> {
  const done = await tx.assignmentProposal.updateMany({
    where: { id, state: { in: [...move.from] } },
    data: {
      state: move.to,
      ...(move.to === 'computing' ? {} : { stage: null, finishedAt: toDate(move.at) }),
      ...(move.solver === undefined ? {} : { solver: move.solver }),
      ...(move.result === undefined ? {} : { result: move.result }),
    },
  })
  return done.count === 1
}

/** Where the computation is; says whether it still should be. */
export async function noteStage(db: Client, id: string, stage: Stage): Promise<void> {
  await db.assignmentProposal.updateMany({ where: { id, state: 'computing' }, data: { stage } })
}

export async function isComputing(db: Client, id: string): Promise<boolean> {
  return (await db.assignmentProposal.count({ where: { id, state: 'computing' } })) === 1
}

/** What the worker has still to take. */
export async function waitingProposals(db: Client): Promise<readonly string[]> {
  const rows = await db.assignmentProposal.findMany({ where: { state: 'waiting' }, select: { id: true } })
  return rows.map(({ id }) => id)
}
