import type { Phase } from '#app/domain/campaign/phase.ts'
import { instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Recusal, RecusalOrigin } from '#app/domain/jury/recusal.ts'
import type { Client, Tx } from './client.server.ts'

const SOURCES: Readonly<Record<RecusalOrigin, string>> = {
  automatic: 'automatic',
  declared: 'declared',
  pinned: 'secretariat',
}
const ORIGINS: Readonly<Record<string, RecusalOrigin>> = {
  automatic: 'automatic',
  declared: 'declared',
  secretariat: 'pinned',
}

export async function storeRecusal(tx: Tx, id: string, recusal: Recusal): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO recusal (id, seat_id, nomination_id, source, kind, pinned, at)
    VALUES (${id}::uuid, ${recusal.seatId}::uuid, ${recusal.nominationId}::uuid, ${SOURCES[recusal.origin]},
      ${recusal.ground}, ${recusal.origin === 'pinned'}, ${toDate(recusal.since)})`
}

export type RecusalSubject = {
  readonly campaignId: string
  readonly phase: Phase
  readonly reference: string
  readonly personId: string | null
  readonly assigned: boolean
  readonly existing: (Recusal & { readonly id: string }) | null
}
type Row = {
  campaign_id: string
  phase: Phase
  reference: string
  person_id: string | null
  assigned: boolean
  id: string | null
  source: string | null
  kind: string | null
  at: Date | null
}

/** One seat and one nomination of the same campaign, the seat locked; null when they are not. */
export async function loadRecusalSubject(
  tx: Tx,
  seatId: string,
  nominationId: string,
): Promise<RecusalSubject | null> {
  await tx.$queryRaw`
    SELECT 1 FROM seat t JOIN campaign c ON c.id = t.campaign_id
    WHERE t.id = ${seatId}::uuid FOR UPDATE OF t FOR SHARE OF c`
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT n.campaign_id, c.phase, n.reference, t.person_id, r.id, r.source, r.kind, r.at,
      EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = t.id AND a.nomination_id = n.id AND a.removed_at IS NULL) AS assigned
    FROM seat t JOIN campaign c ON c.id = t.campaign_id
      JOIN nomination n ON n.campaign_id = t.campaign_id AND n.id = ${nominationId}::uuid
      LEFT JOIN recusal r ON r.seat_id = t.id AND r.nomination_id = n.id AND r.lifted_at IS NULL
    WHERE t.id = ${seatId}::uuid`
  if (!row) return null
  const { id, source, kind, at } = row
  const existing =
    id && source && kind && at
      ? {
          id,
          seatId,
          nominationId,
          origin: ORIGINS[source] ?? 'pinned',
          ground: kind as Recusal['ground'],
          since: instantOf(at),
        }
      : null
  return {
    campaignId: row.campaign_id,
    phase: row.phase,
    reference: row.reference,
    personId: row.person_id,
    assigned: row.assigned,
    existing,
  }
}

/** Whether this person is recused from the nomination. */
export async function isRecusedPerson(tx: Tx, personId: string, nominationId: string): Promise<boolean> {
  const found = await tx.recusal.findFirst({
    where: { nominationId, liftedAt: null, seat: { personId } },
    select: { id: true },
  })
  return found !== null
}

/** The file behind a reference of the campaign. */
export async function findNominationId(
  client: Client,
  campaignId: string,
  reference: string,
): Promise<string | null> {
  const row = await client.nomination.findFirst({ where: { campaignId, reference }, select: { id: true } })
  return row?.id ?? null
}
