import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type {
  Complaint,
  ComplaintAnswer,
  ComplaintKind,
  ComplaintOutcome,
  ComplaintState,
  ComplaintSubject,
} from '#app/domain/complaint/complaint.ts'
import type { Client, Tx } from './client.server.ts'

const COLUMNS = {
  id: true,
  campaignId: true,
  nominationId: true,
  administrationId: true,
  number: true,
  kind: true,
  about: true,
  text: true,
  authorId: true,
  state: true,
  filedAt: true,
  dueAt: true,
  reopenedAt: true,
  reopenText: true,
} as const

/** The complaint; `lock` takes its row first, so that what is read is what is decided on. */
export async function loadComplaint(
  client: Client | Tx,
  id: string,
  lock: 'lock' | 'read',
): Promise<Complaint | null> {
  if (lock === 'lock') await client.$queryRaw`SELECT id FROM complaint WHERE id = ${id}::uuid FOR UPDATE`
  const row = await client.complaint.findUnique({ where: { id }, select: COLUMNS })
  if (!row) return null
  return {
    ...row,
    kind: row.kind as ComplaintKind,
    about: row.about as ComplaintSubject,
    state: row.state as ComplaintState,
    filedAt: instantOf(row.filedAt),
    dueAt: instantOf(row.dueAt),
    reopenedAt: row.reopenedAt === null ? null : instantOf(row.reopenedAt),
  }
}

export async function insertComplaint(tx: Tx, complaint: Complaint): Promise<void> {
  await tx.complaint.create({
    data: {
      ...complaint,
      filedAt: toDate(complaint.filedAt),
      dueAt: toDate(complaint.dueAt),
      reopenedAt: null,
    },
  })
}

/** Reopens an answered complaint that never was reopened; false when it has been since. */
export async function storeReopening(tx: Tx, complaint: Complaint): Promise<boolean> {
  const { count } = await tx.complaint.updateMany({
    where: { id: complaint.id, state: 'answered', reopenedAt: null },
    data: {
      state: complaint.state,
      dueAt: toDate(complaint.dueAt),
      reopenedAt: complaint.reopenedAt === null ? null : toDate(complaint.reopenedAt),
      reopenText: complaint.reopenText,
    },
  })
  return count === 1
}

/** Stores the answer of a round unless its hand took part in what is complained of: the statement itself says so. */
export async function storeAnswer(tx: Tx, answer: ComplaintAnswer): Promise<boolean> {
  const { complaintId, round, outcome, answeredBy, answeredAt } = answer
  const count = await tx.$executeRaw`
    INSERT INTO complaint_answer (complaint_id, round, outcome, answer, answered_by, answered_at)
    SELECT ${complaintId}::uuid, ${round}::int, ${outcome}, ${answer.answer}, ${answeredBy}::uuid, ${toDate(answeredAt)}
     WHERE ${answeredBy}::uuid NOT IN (SELECT complaint_involved(${complaintId}::uuid))`
  if (count !== 1) return false
  await tx.complaint.updateMany({ where: { id: complaintId }, data: { state: 'answered' } })
  return true
}

/** The clerks and organisers who may answer a stored complaint: nobody who took part in it, nobody of its administration. */
export async function loadComplaintDesk(tx: Tx, complaintId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<
    { person_id: string }[]
  >`SELECT complaint_desk(${complaintId}::uuid) AS person_id ORDER BY 1`
  return rows.map((row) => row.person_id)
}

/** The rules of complaints in force in a campaign. */
export async function loadComplaintRule(
  client: Client | Tx,
  campaignId: string,
): Promise<Regulation['publication']> {
  const [row] = await client.$queryRaw<{ publication: Regulation['publication'] }[]>`
    SELECT v.document -> 'publication' AS publication FROM regulation_version v
     WHERE v.campaign_id = ${campaignId}::uuid ORDER BY v.number DESC LIMIT 1`
  if (!row) throw new Error(`campaign ${campaignId} has no regulation`)
  return row.publication
}

export async function loadAnswers(
  client: Client | Tx,
  complaintId: string,
): Promise<readonly ComplaintAnswer[]> {
  const rows = await client.complaintAnswer.findMany({
    where: { complaintId },
    select: {
      complaintId: true,
      round: true,
      outcome: true,
      answer: true,
      answeredBy: true,
      answeredAt: true,
    },
    orderBy: { round: 'asc' },
  })
  return rows.map((row) => ({
    ...row,
    round: row.round === 1 ? 1 : 2,
    outcome: row.outcome as ComplaintOutcome,
    answeredAt: instantOf(row.answeredAt),
  }))
}

/** Everybody who took part in what is complained of. */
export async function loadInvolved(client: Client | Tx, complaintId: string): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ person_id: string }[]>`
    SELECT complaint_involved(${complaintId}::uuid) AS person_id`
  return rows.map((row) => row.person_id)
}

/** When the results of a campaign were released; null before. */
export async function loadReleasedAt(client: Client | Tx, campaignId: string): Promise<Instant | null> {
  const row = await client.phaseChange.findFirst({
    where: { campaignId, toPhase: 'published' },
    orderBy: { at: 'desc' },
    select: { at: true },
  })
  return row ? instantOf(row.at) : null
}
