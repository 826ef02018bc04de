import type { Pair } from '#app/domain/jury/assignment.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

export type StoredPair = Pair & {
  readonly id: string
  /** Why this juror: the proposal and its figures, or a choice by hand. */
  readonly explanation:
    | { readonly source: 'manual' | 'replacement' }
    | { readonly source: 'proposed'; readonly proposal: string; readonly points: number }
}
export async function insertAssignments(
  tx: Tx,
  pairs: readonly StoredPair[],
  by: { readonly personId: string; readonly at: Instant },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO assignment (id, seat_id, nomination_id, explanation, assigned_at, assigned_by)
    SELECT p.id, p."seatId", p."nominationId", p.explanation, ${toDate(by.at)}, ${by.personId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      AS p (id uuid, "seatId" uuid, "nominationId" uuid, explanation jsonb)`
}

export async function endAssignment(tx: Tx, pair: Pair, at: Instant): Promise<void> {
  await tx.$executeRaw`
    UPDATE assignment SET removed_at = ${toDate(at)}
    WHERE seat_id = ${pair.seatId}::uuid AND nomination_id = ${pair.nominationId}::uuid AND removed_at IS NULL`
}
