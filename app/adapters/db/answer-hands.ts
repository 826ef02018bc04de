import type { OpenAnswer } from '#app/domain/access/answer-hands.ts'
import { instantOf } from '#app/domain/kernel/instant.ts'
import { Prisma } from './generated/client.ts'
import type { Client, Tx } from './client.server.ts'

type Row = {
  number: string
  campaign_id: string
  due_at: Date
  hands: number
  desk: string[]
  proposed_by: string | null
}

/** What waits for an answer, of one campaign or of all (`null`), with whoever may give it; two functions of SQL say who. */
export async function loadOpenAnswers(
  client: Client | Tx,
  campaignId: string | null,
): Promise<readonly OpenAnswer[]> {
  const of = (column: string) =>
    campaignId === null ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} = ${campaignId}::uuid`
  const rows = await client.$queryRaw<Row[]>`
    SELECT a.number, n.campaign_id, a.due_at, 2 AS hands, ARRAY(SELECT appeal_desk(a.id)) AS desk,
        (SELECT r.proposed_by FROM appeal_answer r WHERE r.appeal_id = a.id AND r.state = 'proposed') AS proposed_by
      FROM appeal a JOIN nomination n ON n.id = a.nomination_id
     WHERE n.state = 'inadmissible' ${of('n.campaign_id')}
       AND NOT EXISTS (SELECT 1 FROM appeal_answer r WHERE r.appeal_id = a.id AND r.state = 'validated')
    UNION ALL
    SELECT c.number, c.campaign_id, c.due_at, 1, ARRAY(SELECT complaint_desk(c.id)), NULL
      FROM complaint c WHERE c.state <> 'answered' ${of('c.campaign_id')}
     ORDER BY due_at, number`
  return rows.map((row) => ({
    ...{ number: row.number, campaignId: row.campaign_id, dueAt: instantOf(row.due_at) },
    ...{ hands: row.hands === 1 ? 1 : 2, desk: row.desk, proposedBy: row.proposed_by },
  }))
}
