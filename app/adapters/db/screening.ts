import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { CompletionReason, CompletionRequest } from '#app/domain/nomination/completion.ts'
import type { InadmissibleReason, ScreeningDecision } from '#app/domain/nomination/screening-decision.ts'
import { type CheckVerdict, type Verdict, VERDICTS } from '#app/domain/nomination/screening-check.ts'
import type { Client, Tx } from './client.server.ts'

export type CheckRow = CheckVerdict & { readonly personId: string; readonly at: Instant }

const STORED: Readonly<Record<Verdict, string>> = {
  compliant: 'compliant',
  not: 'not_compliant',
  na: 'not_applicable',
}
const verdictOf = (stored: string): Verdict => VERDICTS.find((verdict) => STORED[verdict] === stored) ?? 'not'

type Check = { code: string; verdict: string; note: string | null; person_id: string; at: Date }

/** The lines that still speak: those written before the file changed its category were about another one. */
export async function loadChecks(client: Client | Tx, nominationId: string): Promise<readonly CheckRow[]> {
  const rows = await client.$queryRaw<Check[]>`
    SELECT k.code, k.verdict, k.note, k.person_id, k.at FROM screening_check k
    WHERE k.nomination_id = ${nominationId}::uuid AND k.at > coalesce((SELECT max(p.settled_at) FROM category_proposal p
      WHERE p.nomination_id = k.nomination_id AND p.state = 'agreed'), '-infinity') ORDER BY k.code`
  return rows.map(({ code, verdict, note, person_id: personId, at }) => ({
    ...{ code, note, personId },
    verdict: verdictOf(verdict),
    at: instantOf(at),
  }))
}

export async function storeCheck(tx: Tx, nominationId: string, check: CheckRow): Promise<void> {
  const { code, at, ...rest } = check
  const row = { ...rest, verdict: STORED[check.verdict], at: toDate(at) }
  await tx.screeningCheck.upsert({
    where: { nominationId_code: { nominationId, code } },
    create: { nominationId, code, ...row },
    update: row,
  })
}

/** Every proposal of a file, newest first; at most one is live (partial unique index). */
export async function loadDecisions(
  tx: Client | Tx,
  nominationId: string,
): Promise<readonly ScreeningDecision[]> {
  const rows = await tx.screeningDecision.findMany({
    where: { nominationId },
    select: {
      id: true,
      nominationId: true,
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
    outcome: row.outcome as ScreeningDecision['outcome'],
    reasons: row.reasons as InadmissibleReason[],
    state: row.state as ScreeningDecision['state'],
    proposedAt: instantOf(row.proposedAt),
    settledAt: row.settledAt === null ? null : instantOf(row.settledAt),
  }))
}

/** Marks that a clerk changed what the desk shows of the file; the caller holds its row. */
export async function turnScreening(tx: Tx, nominationId: string): Promise<void> {
  await tx.nomination.updateMany({
    where: { id: nominationId },
    data: { screeningVersion: { increment: 1 } },
  })
}

export async function insertDecision(tx: Tx, decision: ScreeningDecision): Promise<void> {
  await tx.screeningDecision.create({
    data: {
      ...decision,
      reasons: [...decision.reasons],
      proposedAt: toDate(decision.proposedAt),
      settledAt: decision.settledAt === null ? null : toDate(decision.settledAt),
    },
  })
}

/** Settles a live proposal by another hand than the one that made it; the statement itself says so. */
export async function settleDecision(tx: Tx, settled: ScreeningDecision): Promise<boolean> {
  const { id, state, settledBy, settledAt } = settled
  const at = settledAt === null ? null : toDate(settledAt)
  const count = await tx.$executeRaw`
    UPDATE screening_decision SET state = ${state}, settled_by = ${settledBy}::uuid, settled_at = ${at}
    WHERE id = ${id}::uuid AND state = 'proposed' AND proposed_by <> ${settledBy}::uuid`
  return count === 1
}

export async function loadCompletion(
  tx: Client | Tx,
  nominationId: string,
): Promise<CompletionRequest | null> {
  const row = await tx.completionRequest.findUnique({
    where: { nominationId },
    select: {
      id: true,
      nominationId: true,
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
    reasons: row.reasons as CompletionReason[],
    requestedAt: instantOf(row.requestedAt),
    dueAt: instantOf(row.dueAt),
    answeredAt: row.answeredAt === null ? null : instantOf(row.answeredAt),
    lapsedAt: row.lapsedAt === null ? null : instantOf(row.lapsedAt),
  }
}

export async function insertCompletion(tx: Tx, request: CompletionRequest): Promise<void> {
  await tx.completionRequest.create({
    data: {
      id: request.id,
      nominationId: request.nominationId,
      reasons: [...request.reasons],
      message: request.message,
      requestedBy: request.requestedBy,
      requestedAt: toDate(request.requestedAt),
      dueAt: toDate(request.dueAt),
    },
  })
}

/** Ends the request once: answered or lapsed; false when it has already ended. */
export async function storeCompletionEnd(tx: Tx, request: CompletionRequest): Promise<boolean> {
  const { id, answeredAt, lapsedAt } = request
  const { count } = await tx.completionRequest.updateMany({
    where: { id, answeredAt: null, lapsedAt: null },
    data: {
      answeredAt: answeredAt === null ? null : toDate(answeredAt),
      lapsedAt: lapsedAt === null ? null : toDate(lapsedAt),
    },
  })
  return count === 1
}

/** Requests whose due instant has come without an answer. */
export async function completionsToLapse(client: Client): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ nomination_id: string }[]>`
    SELECT q.nomination_id FROM completion_request q JOIN nomination n ON n.id = q.nomination_id
    WHERE n.state = 'completion_requested' AND q.answered_at IS NULL AND q.lapsed_at IS NULL AND q.due_at <= award_now()
    ORDER BY q.due_at LIMIT 200`
  return rows.map((row) => row.nomination_id)
}
