import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

export type CheckVerdict = 'compliant' | 'not_compliant' | 'not_applicable'
export type CheckRow = {
  readonly code: string
  readonly verdict: CheckVerdict
  readonly note: string | null
  readonly personId: string
  readonly at: Instant
}

export async function loadChecks(tx: Tx, nominationId: string): Promise<readonly CheckRow[]> {
  const rows = await tx.screeningCheck.findMany({
    where: { nominationId },
    select: { code: true, verdict: true, note: true, personId: true, at: true },
    orderBy: { code: 'asc' },
  })
  return rows.map((row) => ({ ...row, verdict: row.verdict as CheckVerdict, at: instantOf(row.at) }))
}

export async function storeCheck(tx: Tx, nominationId: string, check: CheckRow): Promise<void> {
  const { code, at, ...rest } = check
  const row = { ...rest, at: toDate(at) }
  await tx.screeningCheck.upsert({
    where: { nominationId_code: { nominationId, code } },
    create: { nominationId, code, ...row },
    update: row,
  })
}

export type DecisionState = 'proposed' | 'validated' | 'returned'
export type DecisionRow = {
  readonly id: string
  readonly outcome: 'admissible' | 'inadmissible'
  readonly reasons: readonly string[]
  readonly comment: string | null
  readonly state: DecisionState
  readonly proposedBy: string
  readonly proposedAt: Instant
  readonly settledBy: string | null
  readonly settledAt: Instant | null
}

/** Every proposal of a file, newest first; at most one is live (partial unique index). */
export async function loadDecisions(tx: Tx, nominationId: string): Promise<readonly DecisionRow[]> {
  const rows = await tx.screeningDecision.findMany({
    where: { nominationId },
    select: {
      id: true,
      outcome: true,
      reasons: true,
      comment: true,
      state: true,
      proposedBy: true,
      proposedAt: true,
      settledBy: true,
      settledAt: true,
    },
    orderBy: { proposedAt: 'desc' },
    take: 50,
  })
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as DecisionRow['outcome'],
    reasons: row.reasons as string[],
    state: row.state as DecisionState,
    proposedAt: instantOf(row.proposedAt),
    settledAt: row.settledAt === null ? null : instantOf(row.settledAt),
  }))
}

export async function insertDecision(tx: Tx, nominationId: string, decision: DecisionRow): Promise<void> {
  await tx.screeningDecision.create({
    data: {
      ...decision,
      nominationId,
      reasons: [...decision.reasons],
      proposedAt: toDate(decision.proposedAt),
      settledAt: decision.settledAt === null ? null : toDate(decision.settledAt),
    },
  })
}

/** Settles a live proposal by another hand than the one that made it; the statement itself says so. */
export async function settleDecision(
  tx: Tx,
  settled: { readonly id: string; readonly state: 'validated' | 'returned'; readonly by: string; readonly at: Instant; readonly comment: string | null },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE screening_decision SET state = ${settled.state}, settled_by = ${settled.by}::uuid, settled_at = ${toDate(settled.at)},
      comment = coalesce(${settled.comment}, comment)
    WHERE id = ${settled.id}::uuid AND state = 'proposed' AND proposed_by <> ${settled.by}::uuid`
  return count === 1
}

export type CompletionRow = {
  readonly id: string
  readonly reasons: readonly string[]
  readonly message: string
  readonly requestedBy: string
  readonly requestedAt: Instant
  readonly dueAt: Instant
  readonly answeredAt: Instant | null
  readonly lapsedAt: Instant | null
}

export async function loadCompletion(tx: Tx, nominationId: string): Promise<CompletionRow | null> {
  const row = await tx.completionRequest.findUnique({
    where: { nominationId },
    select: {
      id: true,
      reasons: true,
      message: true,
      requestedBy: true,
      requestedAt: true,
      dueAt: true,
      answeredAt: true,
      lapsedAt: true,
    },
  })
  if (!row) return null
  return {
    ...row,
    reasons: row.reasons as string[],
    requestedAt: instantOf(row.requestedAt),
    dueAt: instantOf(row.dueAt),
    answeredAt: row.answeredAt === null ? null : instantOf(row.answeredAt),
    lapsedAt: row.lapsedAt === null ? null : instantOf(row.lapsedAt),
  }
}

export async function insertCompletion(tx: Tx, nominationId: string, request: CompletionRow): Promise<void> {
  await tx.completionRequest.create({
    data: {
      id: request.id,
      nominationId,
      reasons: [...request.reasons],
      message: request.message,
      requestedBy: request.requestedBy,
      requestedAt: toDate(request.requestedAt),
      dueAt: toDate(request.dueAt),
    },
  })
}

export async function storeCompletionEnd(
  tx: Tx,
  id: string,
  end: { readonly answeredAt: Instant } | { readonly lapsedAt: Instant },
): Promise<boolean> {
  const change = 'answeredAt' in end ? { answeredAt: toDate(end.answeredAt) } : { lapsedAt: toDate(end.lapsedAt) }
  const { count } = await tx.completionRequest.updateMany({ where: { id, answeredAt: null, lapsedAt: null }, data: change })
  return count === 1
}
