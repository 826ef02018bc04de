import { Prisma } from '#app/adapters/db/generated/client.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { ComplaintKind, ComplaintState, ComplaintSubject } from '#app/domain/complaint/complaint.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Context } from '#app/services/context.ts'
import { decodeCursor, PAGE_SIZE, pageOf } from '../page.ts'
import { complaintCondition, scopeOf } from '../scope.ts'

type Row = {
  id: string
  number: string
  kind: ComplaintKind
  about: ComplaintSubject
  state: ComplaintState
  filed_at: Date
  due_at: Date
  reference: string
}

/** What one's administrations filed, newest first, 50 a page. */
export async function myComplaints(ctx: Context, actor: Actor, cursorText: string | null) {
  const scope = scopeOf(actor, 'complaint', ['signatory', 'editor'], { campaignId: null, phase: null })
  const cursor = decodeCursor(cursorText)
  const after = cursor
    ? Prisma.sql`AND (c.number, c.id) < (${cursor.value}, ${cursor.id}::uuid)`
    : Prisma.empty
  const rows = scope
    ? await readAs(
        ctx.db.applicant,
        actor.personId,
        (tx) => tx.$queryRaw<Row[]>`
        SELECT c.id, c.number, c.kind, c.about, c.state, c.filed_at, c.due_at, n.reference
          FROM complaint c JOIN nomination n ON n.id = c.nomination_id
         WHERE ${complaintCondition(scope)} ${after} ORDER BY c.number DESC, c.id DESC LIMIT ${PAGE_SIZE + 1}`,
      )
    : []
  const page = pageOf(rows, (row) => ({ value: row.number, id: row.id }))
  return {
    complaints: page.rows.map(({ filed_at, due_at, ...row }) => ({
      ...row,
      filedAt: filed_at.getTime(),
      dueAt: due_at.getTime(),
    })),
    next: page.next,
    canFile: actor.mandates.some(({ role }) => role === 'signatory'),
  }
}

type Candidate = {
  id: string
  reference: string
  title: Localized
  campaign_id: string
  administration_id: string
  phase: Phase
  days: number
}

/** The nominations about which this person may file, newest first. */
export async function complaintSubjects(ctx: Context, actor: Actor) {
  const signed = actor.mandates.flatMap(({ role, administrationId }) =>
    role === 'signatory' ? [administrationId] : [],
  )
  const rows = await ctx.db.applicant.$queryRaw<Candidate[]>`
    SELECT n.id, n.reference, n.title, n.campaign_id, n.administration_id, c.phase,
      (SELECT (v.document -> 'publication' ->> 'complaintDays')::int FROM regulation_version v
        WHERE v.campaign_id = c.id AND v.state = 'frozen' ORDER BY v.number DESC LIMIT 1) AS days
    FROM nomination n JOIN campaign c ON c.id = n.campaign_id
    WHERE n.administration_id = ANY (${signed}::uuid[]) ORDER BY n.created_at DESC, n.id LIMIT 100`
  return rows
    .filter(
      ({ campaign_id: campaignId, administration_id: administrationId, phase }) =>
        decide(actor, 'complaint.file', { campaignId, administrationId, phase }).ok,
    )
    .map(({ id, reference, title, days }) => ({ id, reference, title, days }))
}
