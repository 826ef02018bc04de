import type { NamedFile } from '#app/domain/campaign/gate.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Appeal } from '#app/domain/nomination/appeal.ts'
import type { AppealAnswer } from '#app/domain/nomination/appeal-answer.ts'
import { Prisma } from './generated/client.ts'
import type { Client, Tx } from './client.server.ts'

/** The appeal of a nomination, if one was filed: a decision of inadmissibility is validated once, and appealed against once. */
export async function loadAppeal(tx: Client | Tx, nominationId: string): Promise<Appeal | null> {
  const row = await tx.appeal.findFirst({
    where: { nominationId },
    select: {
      ...{ id: true, number: true, decisionId: true, nominationId: true, grounds: true },
      ...{ filedBy: true, filedAt: true, until: true, dueAt: true },
    },
  })
  return (
    row && {
      ...row,
      filedAt: instantOf(row.filedAt),
      until: instantOf(row.until),
      dueAt: instantOf(row.dueAt),
    }
  )
}

const UNANSWERED = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM appeal_answer r WHERE r.appeal_id = p.id AND r.state = 'validated')`

/** The condition on rows of `nomination n` whose appeal waits for its answer: the status `appeal`, which is stored nowhere. */
export const UNDER_APPEAL = Prisma.sql`(n.state = 'inadmissible' AND EXISTS (
  SELECT 1 FROM appeal p WHERE p.nomination_id = n.id AND ${UNANSWERED}))`

/** Which of these nominations wait for the answer to an appeal. */
export async function underAppeal(tx: Client | Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM nomination n WHERE n.id = ANY (${[...ids]}::uuid[]) AND ${UNDER_APPEAL}`
  return new Set(rows.map(({ id }) => id))
}

/** The files of a campaign that wait for the answer to an appeal, for its gates. */
export const openAppeals = (tx: Client | Tx, campaignId: string): Promise<NamedFile[]> =>
  tx.$queryRaw<NamedFile[]>`
    SELECT n.id, n.reference FROM nomination n WHERE n.campaign_id = ${campaignId}::uuid AND ${UNDER_APPEAL}
     ORDER BY n.reference`

/** The refused files of a campaign that nobody has appealed for, and when their refusal was notified. */
export async function unappealed(
  tx: Client | Tx,
  campaignId: string,
): Promise<readonly (NamedFile & { readonly settledAt: Instant })[]> {
  const rows = await tx.$queryRaw<(NamedFile & { settled_at: Date })[]>`
    SELECT n.id, n.reference, d.settled_at FROM nomination n JOIN screening_decision d ON d.nomination_id = n.id
     WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'inadmissible' AND d.state = 'validated'
       AND d.outcome = 'inadmissible' AND NOT EXISTS (SELECT 1 FROM appeal p WHERE p.decision_id = d.id)
     ORDER BY n.reference`
  return rows.map(({ settled_at, ...file }) => ({ ...file, settledAt: instantOf(settled_at) }))
}

/** Everybody who took part in the decision that is appealed against. */
export async function loadAppealInvolved(tx: Client | Tx, appealId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<
    { person_id: string }[]
  >`SELECT appeal_involved(${appealId}::uuid) AS person_id`
  return rows.map((row) => row.person_id)
}

/** The clerks and organisers who may be a hand of its answer: nobody who took part, nobody who acts for the file. */
export async function loadAppealDesk(tx: Client | Tx, appealId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<
    { person_id: string }[]
  >`SELECT appeal_desk(${appealId}::uuid) AS person_id ORDER BY 1`
  return rows.map((row) => row.person_id)
}

export async function insertAppeal(tx: Tx, appeal: Appeal): Promise<void> {
  await tx.appeal.create({
    data: {
      ...appeal,
      filedAt: toDate(appeal.filedAt),
      until: toDate(appeal.until),
      dueAt: toDate(appeal.dueAt),
    },
  })
}

/** The answer that counts, proposed or validated: at most one (partial unique index). */
export async function loadLiveAnswer(tx: Client | Tx, appealId: string): Promise<AppealAnswer | null> {
  const row = await tx.appealAnswer.findFirst({
    where: { appealId, state: { not: 'returned' } },
    select: {
      ...{ id: true, appealId: true, outcome: true, reasons: true, answer: true, state: true },
      ...{ proposedBy: true, proposedAt: true, settledBy: true, settledAt: true },
    },
  })
  if (!row) return null
  return {
    ...row,
    outcome: row.outcome as AppealAnswer['outcome'],
    reasons: row.reasons as AppealAnswer['reasons'][number][],
    state: row.state as AppealAnswer['state'],
    proposedAt: instantOf(row.proposedAt),
    settledAt: row.settledAt === null ? null : instantOf(row.settledAt),
  }
}

/** Writes the proposal of somebody who had no part in the decision; the statement itself says so. */
export async function insertAnswer(tx: Tx, answer: AppealAnswer): Promise<boolean> {
  const { id, appealId, outcome, reasons, answer: text, proposedBy, proposedAt } = answer
  const count = await tx.$executeRaw`
    INSERT INTO appeal_answer (id, appeal_id, outcome, reasons, answer, state, proposed_by, proposed_at)
    SELECT ${id}::uuid, ${appealId}::uuid, ${outcome}, ${[...reasons]}::text[], ${text}, 'proposed', ${proposedBy}::uuid,
      ${toDate(proposedAt)}
    WHERE ${proposedBy}::uuid NOT IN (SELECT appeal_involved(${appealId}::uuid))`
  return count === 1
}

/** Settles a live proposal by another hand than its own, and by none of the decision; the statement itself says so. */
export async function settleAnswer(tx: Tx, settled: AppealAnswer): Promise<boolean> {
  const { id, appealId, state, settledBy, settledAt } = settled
  const at = settledAt === null ? null : toDate(settledAt)
  const count = await tx.$executeRaw`
    UPDATE appeal_answer SET state = ${state}, settled_by = ${settledBy}::uuid, settled_at = ${at}
    WHERE id = ${id}::uuid AND state = 'proposed' AND proposed_by <> ${settledBy}::uuid
      AND ${settledBy}::uuid NOT IN (SELECT appeal_involved(${appealId}::uuid))`
  return count === 1
}
